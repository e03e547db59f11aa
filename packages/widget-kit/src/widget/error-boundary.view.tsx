import { Component, type ReactNode } from "react";

interface Props {
  readonly onFailure: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Last stop of an error thrown while drawing: nothing half-drawn stays, and the page is told. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
