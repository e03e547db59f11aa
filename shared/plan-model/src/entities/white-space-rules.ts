import { toRecordId } from "@sweetspot/contract";
import { defineEntity } from "../entity.ts";
import { flag, number } from "../field-kinds.ts";

/** Method §7, "Derived levels" and "Suggestions": all of it is the admin's to change. Defaults live in the engine. */
export const whiteSpaceRules = defineEntity({
  name: "white-space-rules",
  help: "The company's rules for levels and suggestions in white-space grids.",
  scopes: ["library"],
  schema: 1,
  fields: {
    recentMonths: number({ help: "A win counts as recent for so many months.", min: 1, max: 120 }),
    fadingMonths: number({ help: "A win counts as weak for so many months.", min: 1, max: 240 }),
    strongDeals: number({ help: "So many recent wins make a cell strong.", min: 1, max: 1000 }),
    strongShare: number({
      help: "Such a share (0 to 1) of the area's won value makes a cell strong.",
      min: 0,
      max: 1,
      scale: 4,
    }),
    assetsCount: flag({ help: "An active asset makes a cell present." }),
    weightStrong: number({ help: "Evidence a strong sister area gives.", min: 0, max: 100, scale: 2 }),
    weightPresent: number({ help: "Evidence a present sister area gives.", min: 0, max: 100, scale: 2 }),
    weightWeak: number({ help: "Evidence a weak sister area gives.", min: 0, max: 100, scale: 2 }),
    countUnseenCustomers: flag({
      help: "What similar customers buy may count customers and deals that whoever asks cannot see; their names stay hidden.",
    }),
    threshold: number({ help: "Evidence from which a cell is suggested.", min: 0.01, max: 1000, scale: 2 }),
  },
});

/** The library has one set of rules. */
export const WHITE_SPACE_RULES_ID = toRecordId("white-space-rules");
