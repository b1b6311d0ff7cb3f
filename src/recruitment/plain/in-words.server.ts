import { answerInWords, findVersion } from "../../forms/index.server.ts";
import { askedOf, type FormDefinition, readDefinition } from "../../forms/index.ts";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import type { Language } from "../../ui/languages.ts";
import { type Application, readApplication } from "../application.ts";
import { applicationMessages } from "../messages.application.ts";

/** An application as lines, for her who reads it without script; any other text as it is. */
export async function inWords(
  database: Database,
  jour: JourId,
  text: string,
  language: Language,
): Promise<string> {
  const application = readApplication(text);
  if (!application) return text;
  const { form } = application;
  const version = form && (await findVersion(database, jour, form.kind, form.version));
  return lines(application, version ? readDefinition(version.definition) : undefined, language);
}

function lines(
  { what, name, reach, meeting, stated, answers }: Application,
  form: FormDefinition | undefined,
  language: Language,
): string {
  const t = applicationMessages[language];
  const answered = (form ? askedOf(form, answers) : []).flatMap((question) => {
    const answer = answers[question.id];
    const label = question.label[language] || question.label.sv;
    return answer === undefined ? [] : [`${label}\n${answerInWords(question, answer, language)}`];
  });
  return [
    what === "application" ? t.application : t.meetingWish,
    `${t.name}: ${name}\n${t.reach}: ${reach || t.noReach}`,
    ...(meeting === "" ? [] : [`${t.meeting}: ${meeting}`]),
    ...answered,
    ...(stated.length === 0
      ? []
      : [[`${t.stated}:`, ...stated.map((one) => `– ${one}`)].join("\n")]),
  ].join("\n\n");
}
