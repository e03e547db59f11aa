import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { crmReference, date, number, reference } from "../field-kinds.ts";

export const memberRating = defineEntity({
  name: "member-rating",
  help: "How one of us rates one person of the buying centre. Ratings that differ are shown, never averaged away.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    member: reference("buying-centre-member", { help: "The person rated.", required: true }),
    rater: crmReference("team-member", { help: "Who rates.", required: true }),
    ratedOn: date({ help: "When." }),
    relationship: number({ help: "From -2 (against us) to 2 (for us).", min: -2, max: 2 }),
    influence: number({ help: "From 1 (little) to 3 (much).", min: 1, max: 3 }),
    power: number({ help: "Power over the decision, from 0 to 10.", min: 0, max: 10 }),
    interest: number({ help: "Interest in the topic, not in us, from 0 to 10.", min: 0, max: 10 }),
  },
});

/** Each of us has one rating of a person. */
export const memberRatingId = (member: RecordId, rater: RecordId): RecordId =>
  toRecordId(`member-rating:${toPart(member)}:${toPart(rater)}`);
