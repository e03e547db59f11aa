import { type ReactNode, useId } from "react";

export interface CardProps {
  readonly title: string;
  /** Small print beside the title, such as a count. */
  readonly meta?: string;
  readonly isReading?: boolean;
  readonly children?: ReactNode;
}

/** A titled box of the record page's side column. */
export function Card({ title, meta, isReading = false, children }: CardProps): ReactNode {
  const id = useId();
  return (
    <section className="wb-card wb-side-card" aria-labelledby={id} aria-busy={isReading}>
      <h2 id={id}>
        {title} {meta === undefined ? null : <span className="ss-meta">{meta}</span>}
      </h2>
      {isReading ? (
        <div className="wb-bones">
          <div className="ss-bone" />
          <div className="ss-bone" />
        </div>
      ) : (
        children
      )}
    </section>
  );
}
