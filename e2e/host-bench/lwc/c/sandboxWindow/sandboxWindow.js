import { LightningElement, api } from "lwc";

/** Looks at, and changes, the window that components of this namespace share. */
export default class SandboxWindow extends LightningElement {
  reacts = 0;

  /** Place it before any widget: every React that starts afterwards is counted. */
  connectedCallback() {
    // oxlint-disable-next-line no-underscore-dangle -- React’s own name
    window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      supportsFiber: true,
      inject: () => (this.reacts += 1),
      onCommitFiberRoot() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onScheduleFiberRoot() {},
    };
  }

  @api async countReacts() {
    return this.reacts;
  }

  /** Lightning Locker, the older architecture, hands out a window that calls itself so. */
  @api pretendLocker() {
    window.toString = () => 'SecureWindow: [object Window]{ key: {"namespace":"c"} }';
  }

  @api catchPrint() {
    this.printed = 0;
    window.print = () => (this.printed += 1);
  }
  @api async countPrints() {
    return this.printed;
  }
}
