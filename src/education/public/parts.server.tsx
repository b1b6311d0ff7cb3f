import { articleCss } from "../../pages/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import { formPage, type FormPageProps } from "../../site/index.server.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import own from "./education.css?inline";

export { Back, ChoiceField, Field, Told } from "../../ui/plain-fields.server.tsx";

const sheet = sheetOf(articleCss, own);

export const lecturePage = (props: Omit<FormPageProps, "sheet">): Page =>
  formPage({ ...props, sheet });
