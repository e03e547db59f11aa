import WhiteSpace from "c/sweetspotWhiteSpace";

/** The shipped component in native shadow on a page with synthetic shadow: Lightning's mixed mode. */
export default class WhiteSpaceNative extends WhiteSpace {
  static shadowSupportMode = "native";
}
