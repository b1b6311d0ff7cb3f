import type { JSX } from "preact";
import type { Language } from "../ui/languages.ts";
import { readEnquiry } from "./enquiry.ts";
import { officeMessages } from "./messages.desk.ts";
import { enquiryMessages } from "./messages.ts";

interface SaidProps {
  readonly text: string;
  readonly language: Language;
}

/** In the office's inbox: a form as a form; null for what is written in words. */
export function EnquirySaid({ text, language }: SaidProps): JSX.Element | null {
  const enquiry = readEnquiry(text);
  if (!enquiry) return null;
  const t = officeMessages[language];
  const { what, name, reach, answers } = enquiry;
  const lines = [
    { asked: t.writer, said: name === "" ? t.noName : name },
    { asked: t.reach, said: reach === "" ? t.noReach : reach },
    ...answers,
  ];
  return (
    <div class="stack request">
      <h3>{enquiryMessages[language][what]}</h3>
      <p>
        <span class="pill">{t.notAbout}</span>
      </p>
      <dl class="answered">
        {lines.map(({ asked, said }, at) => (
          <div key={`${at} ${asked}`}>
            <dt>{asked}</dt>
            <dd dir="auto" class="letter-text">
              {said}
            </dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{t.yetAbout}</p>
    </div>
  );
}
