import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { educationPages as at, type Lecture, WAYS } from "../contract.ts";
import { publicMessages } from "../messages.public.ts";
import { inWords } from "../names.ts";
import { REQUEST_LIMIT, type RequestFaults, type WrittenRequest } from "../request.ts";
import { Back, ChoiceField, Field, lecturePage, Told } from "./parts.server.tsx";
import { pathIn } from "../../ui/languages.ts";

export const unwritten: WrittenRequest = {
  ...{ organisation: "", contact: "", mail: "", phone: "", dates: "", size: "" },
  ...{ way: "place", wishes: "", lecture: "", website: "" },
};

interface AskProps {
  readonly sign: FaceSign;
  readonly lectures: readonly Lecture[];
  readonly keepMonths: number;
  readonly written: WrittenRequest;
  readonly faults?: RequestFaults;
  /** Why it was not taken, though nothing is wrong with it. */
  readonly refused?: "limit-reached" | "refused";
}

/** One page and one form; what has come back stands there as it was written. */
export function askPage(props: AskProps): Page {
  const { sign, keepMonths, faults = {}, refused } = props;
  const { language } = sign;
  const t = publicMessages[language];
  const isFaulty = Object.keys(faults).length > 0;
  return lecturePage({
    ...{ sign, title: t.askTab, path: at.ask },
    status: isFaulty ? 400 : refused === undefined ? 200 : 409,
    children: (
      <>
        <Back href={pathIn(at.list, language)}>{t.toList}</Back>
        <div>
          <h1>{t.askTitle}</h1>
          <p>{t.askLead}</p>
        </div>
        <p class="notice">
          {t.forHelp} <a href={pathIn("/", language)}>{t.forHelpLink}</a>
        </p>
        {isFaulty && <Told code="bad-input">{t.faults}</Told>}
        {refused !== undefined && <Told code={refused}>{t[refused]}</Told>}
        <form class="stack ask" method="post" action={pathIn(at.ask, language)}>
          <Which {...props} />
          <Who {...props} />
          <What {...props} />
          <p class="small soft">{t.kept(keepMonths)}</p>
          <button class="button button-lamp" type="submit">
            {t.send}
          </button>
        </form>
      </>
    ),
  });
}

function Which({ sign: { language }, lectures, written }: AskProps): JSX.Element {
  const t = publicMessages[language];
  return (
    <div class="field">
      <label for="lecture">{t.lecture}</label>
      <select class="input" id="lecture" name="lecture" autocomplete="off">
        <option value="">{t.unsure}</option>
        {lectures.map(({ id, content }) => (
          <option value={id} selected={id === written.lecture}>
            {inWords(content.title, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What every field of the form has in common. */
const fieldOf = ({ sign: { language }, written, faults = {} }: AskProps) => {
  const t = publicMessages[language];
  return (name: Exclude<keyof typeof REQUEST_LIMIT, "size">) => {
    const fault = faults[name];
    return {
      ...{ name, value: written[name], label: t[name], maxLength: REQUEST_LIMIT[name] },
      ...(fault === undefined ? {} : { fault: t[fault] }),
    };
  };
};

function Who(props: AskProps): JSX.Element {
  const t = publicMessages[props.sign.language];
  const of = fieldOf(props);
  return (
    <>
      <Field {...of("organisation")} autocomplete="organization" isNeeded />
      <Field {...of("contact")} autocomplete="name" isNeeded />
      <Field {...of("mail")} type="email" hint={t.mailHint} autocomplete="email" isNeeded />
      <Field {...of("phone")} type="tel" hint={t.optional} autocomplete="tel" />
    </>
  );
}

function What(props: AskProps): JSX.Element {
  const { written, faults = {} } = props;
  const t = publicMessages[props.sign.language];
  const of = fieldOf(props);
  const ways = [...WAYS, "either"] as const;
  return (
    <>
      <Field {...of("dates")} hint={t.datesHint} rows={3} isNeeded />
      <Field
        {...{ name: "size", label: t.size, value: written.size, maxLength: 4 }}
        inputMode="numeric"
        fault={faults.size && t[faults.size]}
        isNeeded
      />
      <ChoiceField
        {...{ name: "way", legend: t.way, chosen: written.way }}
        options={ways.map((id) => ({ id, label: t[`way-${id}`] }))}
        fault={faults.way && t[faults.way]}
      />
      <Field {...of("wishes")} hint={`${t.optional}. ${t.wishesHint}`} rows={4} />
      <div
        class={faults.website ? "field" : "field trap"}
        aria-hidden={faults.website === undefined}
      >
        <label for="website">{t.trap}</label>
        <input
          class="input"
          id="website"
          name="website"
          value={written.website}
          autocomplete="off"
          {...(faults.website ? {} : { tabIndex: -1 })}
        />
        {faults.website && <p class="fault">{t[faults.website]}</p>}
      </div>
    </>
  );
}
