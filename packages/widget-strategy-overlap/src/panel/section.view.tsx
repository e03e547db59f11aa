import type { ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly tone?: "suggestion";
}

/** One part of the panel under its own heading. */
export const Section = ({ title, tone, children }: SectionProps): ReactNode => (
  <section className="so-section" data-tone={tone}>
    <h4>{title}</h4>
    {children}
  </section>
);
