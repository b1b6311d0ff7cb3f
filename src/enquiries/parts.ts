import type { Language } from "../ui/languages.ts";
import { CONTACT_PAGE, type EnquiryKind, plainEnquiryPaths } from "./contract.ts";

const inLanguage = (path: string, language: Language, more = ""): string => {
  const query = [more, language === "sv" ? "" : `lang=${language}`].filter((one) => one !== "");
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
};

/** Where each page and form is found, in the language that is read. */
export const waysTo = (language: Language) => ({
  home: inLanguage("/", language),
  /** At a federation's host. */
  jours: inLanguage("/hitta", language),
  page: inLanguage(CONTACT_PAGE, language),
  sent: inLanguage(plainEnquiryPaths.sent, language),
  locked: (kind: EnquiryKind) => inLanguage("/contact/", language, `way=office&form=${kind}`),
  plain: (kind: EnquiryKind) => inLanguage(plainEnquiryPaths.form.replace(":kind", kind), language),
});
