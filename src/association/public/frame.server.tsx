import { articleCss } from "../../pages/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import { formPage, type FormPageProps } from "../../site/index.server.ts";
import { sheetOf } from "../../ui/styles.server.ts";
import own from "./association.css?inline";

const sheet = sheetOf(articleCss, own);

export const memberPage = (props: Omit<FormPageProps, "sheet">): Page =>
  formPage({ ...props, sheet });
