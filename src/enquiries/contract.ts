/** What somebody writes about who does not seek support. */
export const ENQUIRIES = ["feedback", "press", "cooperation", "giving"] as const;
export type EnquiryKind = (typeof ENQUIRIES)[number];

/** The page with each form. */
export const CONTACT_PAGE = "/kontakta-oss";
/** Without script; below /contact/plain, so that a proxy leads all such forms to one process. */
export const plainEnquiryPaths = {
  form: "/contact/plain/form/:kind",
  sent: "/contact/plain/form-sent",
} as const;

export const isEnquiry = (text: string | null | undefined): text is EnquiryKind =>
  ENQUIRIES.some((kind) => kind === text);
