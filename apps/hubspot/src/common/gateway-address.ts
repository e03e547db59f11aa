/** Where the gateway answers; packaging puts the real address here and into the app's permitted URLs. */
export const GATEWAY = "https://sweetspot.invalid";
