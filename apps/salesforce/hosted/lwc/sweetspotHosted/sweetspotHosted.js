import { LABELS } from "c/sweetspotLabels";
import SweetspotHost from "c/sweetspotHost";

const NOTICES = Object.freeze({
  "frame-silent": Object.freeze({
    heading: LABELS.Frame_silent_title,
    text: LABELS.Frame_silent_text,
    tone: "bad",
    action: LABELS.Try_again,
  }),
  "frame-unsafe": Object.freeze({
    heading: LABELS.Frame_unsafe_title,
    text: LABELS.Frame_unsafe_text,
    tone: "bad",
  }),
});

/** One widget on a record page as `c/sweetspotHost` knows it, shown by the gateway in a frame instead of in the page. */
export default class SweetspotHosted extends SweetspotHost {
  get notice() {
    return NOTICES[this.failure] ?? super.notice;
  }

  get fills() {
    return Number(this.height) > 0;
  }

  get places() {
    return super.places.map((place) => ({ ...place, fills: this.fills }));
  }

  get frameStyle() {
    return this.fills && !this.notice ? `height: ${Number(this.height)}px` : "";
  }
}
