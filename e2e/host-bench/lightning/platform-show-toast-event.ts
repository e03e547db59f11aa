// lightning/platformShowToastEvent [D lightning-platform-show-toast-event].
interface ToastOptions {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: "info" | "success" | "warning" | "error";
  readonly mode?: "dismissible" | "pester" | "sticky";
}

/** Bubbles out of the component to the page, which shows the toast. */
export class ShowToastEvent extends CustomEvent<ToastOptions> {
  constructor(options: ToastOptions) {
    super("lightning__showtoast", {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { variant: "info", mode: "dismissible", ...options },
    });
  }
}
