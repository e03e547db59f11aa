import { LightningElement, api } from "lwc";

/** What a person reads where a widget would be: what is wrong, what to do, and one thing to press. */
export default class SweetspotNotice extends LightningElement {
  /** @type {string} */
  @api heading;
  /** @type {string} */
  @api text;
  /**
   * "bad" for what somebody must repair; everything else is quiet.
   *
   * @type {"bad" | "quiet"}
   */
  @api tone;
  /**
   * Words on the button; without them there is none. Pressing it sends `action`.
   *
   * @type {string | undefined}
   */
  @api action;

  get boxClass() {
    return `box ${this.tone === "bad" ? "bad" : "quiet"}`;
  }

  get role() {
    return this.tone === "bad" ? "alert" : "note";
  }

  handleAction() {
    this.dispatchEvent(new CustomEvent("action"));
  }
}
