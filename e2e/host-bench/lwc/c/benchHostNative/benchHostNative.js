import BenchHost from "c/benchHost";

/** The same host in native shadow on a page with synthetic shadow: Lightning's mixed mode. */
export default class BenchHostNative extends BenchHost {
  static shadowSupportMode = "native";
}
