import type { JSX } from "preact";
import { Field } from "../../ui/plain-fields.server.tsx";
import type { Language } from "../../ui/languages.ts";
import { publicMessages } from "../messages.public.ts";
import { PERSON_LIMIT, type PersonFaults, type WrittenPerson } from "../person.ts";

interface FieldsProps {
  readonly language: Language;
  readonly written: WrittenPerson;
  readonly faults?: PersonFaults | undefined;
}

/** Name and the two addresses: the same where she joins and where she corrects. */
export function PersonFields({ language, written, faults = {} }: FieldsProps): JSX.Element {
  const t = publicMessages[language];
  const of = (name: keyof WrittenPerson) => {
    const fault = faults[name];
    return {
      ...{ name, value: written[name], label: t[name], maxLength: PERSON_LIMIT[name] },
      ...(fault === undefined ? {} : { fault: t[fault] }),
    };
  };
  return (
    <>
      <Field {...of("name")} autocomplete="name" isNeeded />
      <Field {...of("mail")} type="email" hint={t.mailHint} autocomplete="email" />
      <Field {...of("address")} hint={t.addressHint} autocomplete="street-address" rows={3} />
    </>
  );
}
