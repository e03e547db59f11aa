import { LABELS } from "c/sweetspotLabels";
import SweetspotHost from "c/sweetspotHost";

/** @type {Readonly<Record<string, SweetspotHost["notice"]>>} */
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
    action: undefined,
  }),
});

/** One widget on a record page as `c/sweetspotHost` knows it, shown by the gateway in a frame instead of in the page. */
export default class SweetspotHosted extends SweetspotHost {
  get notice() {
    const { failure } = this;
    return (failure?.key === this.placeKey ? NOTICES[failure.code] : undefined) ?? super.notice;
  }

  get places() {
    // A frame has no height of its own: it fills the room an admin gave it, or is as high as it says.
    const fills = this.frameStyle !== "";
    return super.places.map((place) => ({ ...place, fills }));
  }
}
