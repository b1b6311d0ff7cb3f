import type { FormDefinition } from "../forms/index.ts";
import { ENQUIRY_TEAMS, type EnquiryTeam } from "../platform/teams.ts";

/** What somebody writes about who does not seek support. */
export const ENQUIRIES = ["feedback", "press", "cooperation", "giving"] as const;
export type EnquiryKind = (typeof ENQUIRIES)[number];

/** What the jour asks in one of them now. */
export interface Asking {
  readonly kind: EnquiryKind;
  readonly form: FormDefinition;
}
/** A form that can be filled in now, and the team to whose key it is sealed. */
export interface Offered extends Asking {
  readonly team: EnquiryTeam;
}
/** Who reads a form: whom the coordinator has chosen, and who does now; null while nobody can. */
export interface Reader {
  readonly kind: EnquiryKind;
  readonly team: EnquiryTeam;
  readonly reads: EnquiryTeam | null;
}
/** At the desk. */
export const readerPaths = {
  all: "/desk/api/enquiries/readers",
  choose: "/desk/api/enquiries/choose-reader",
} as const;
/** Tells a browser which are offered, and their questions. */
export const ENQUIRY_FORMS = "/contact/api/enquiry-forms";

/** What must be told, whatever else is asked: without an address nobody can be answered. */
export const NEEDS: Readonly<
  Record<EnquiryKind, { readonly name: boolean; readonly reach: boolean }>
> = {
  feedback: { name: false, reach: false },
  press: { name: false, reach: true },
  cooperation: { name: false, reach: true },
  giving: { name: false, reach: true },
};

/** The page with each form. */
export { OFFICE_PAGE as CONTACT_PAGE } from "../site/index.ts";
/** Without script; below /contact/plain, so that a proxy leads all such forms to one process. */
export const plainEnquiryPaths = {
  form: "/contact/plain/form/:kind",
  sent: "/contact/plain/form-sent",
} as const;

export const isEnquiryTeam = (text: unknown): text is EnquiryTeam =>
  ENQUIRY_TEAMS.some((team) => team === text);
export const isEnquiry = (text: string | null | undefined): text is EnquiryKind =>
  ENQUIRIES.some((kind) => kind === text);
