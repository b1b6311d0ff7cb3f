import { textsMessages } from "../messages.texts.ts";
import { type Door, DOORS } from "../names.ts";
import { BothFields, Check, Field, type Form, ListOf } from "./fields.browser.tsx";
import { read } from "./paths.ts";

const both = { sv: "", en: "" };

/** The five doors: their texts, and the kind ways on for those who are not received. */
export function DoorsForm(form: Form) {
  const say = textsMessages[form.language];
  const names: Record<Door, string> = {
    woman: say.doorWoman,
    young: say.doorYoung,
    worried: say.doorWorried,
    "social-services": say["doorSocial-services"],
    learn: say.doorLearn,
  };
  return (
    <div class="stack">
      <p class="soft">{say.doorsHint}</p>
      {DOORS.map((door) => (
        <details class="card set-door">
          <summary>{names[door]}</summary>
          <OneDoor form={form} path={`doors.${door}`} />
        </details>
      ))}
    </div>
  );
}

function OneDoor({ form, path }: { readonly form: Form; readonly path: string }) {
  const say = textsMessages[form.language];
  return (
    <div class="stack">
      <Check form={form} path={`${path}.received`} label={say.received} />
      <BothFields form={form} path={`${path}.label`} label={say.label} maxLength={80} />
      <BothFields form={form} path={`${path}.hint`} label={say.hint} maxLength={120} />
      <BothFields form={form} path={`${path}.lead`} label={say.lead} rows={3} maxLength={600} />
      <BothFields
        form={form}
        path={`${path}.body`}
        label={say.body}
        hint={say.bodyHint}
        rows={8}
        maxLength={5000}
      />
      <h3>{say.gentle}</h3>
      <ListOf
        form={form}
        path={`${path}.gentle`}
        blank={{ who: both, say: both, ways: [] }}
        max={8}
        add={say.addGentle}
      >
        {(way) => <OneGentle form={form} path={way} />}
      </ListOf>
    </div>
  );
}

function OneGentle({ form, path }: { readonly form: Form; readonly path: string }) {
  const say = textsMessages[form.language];
  return (
    <>
      <BothFields form={form} path={`${path}.who`} label={say.gentleWho} maxLength={160} />
      <BothFields form={form} path={`${path}.say`} label={say.gentleSay} rows={4} maxLength={800} />
      <ListOf
        form={form}
        path={`${path}.ways`}
        blank={{ name: both, phone: null, url: null, face: null }}
        max={8}
        add={say.addWay}
      >
        {(way) => <OneWay form={form} path={way} />}
      </ListOf>
    </>
  );
}

function OneWay({ form, path }: { readonly form: Form; readonly path: string }) {
  const say = textsMessages[form.language];
  const leadsToFace = read(form.editing.value.value, `${path}.face`) !== null;
  return (
    <>
      <BothFields form={form} path={`${path}.name`} label={say.wayName} maxLength={120} />
      {leadsToFace ? (
        <p class="hint">{say.wayFace}</p>
      ) : (
        <div class="set-both">
          <Field
            form={form}
            path={`${path}.phone`}
            label={say.wayPhone}
            maxLength={20}
            type="tel"
            optional
          />
          <Field
            form={form}
            path={`${path}.url`}
            label={say.wayUrl}
            maxLength={300}
            type="url"
            optional
          />
        </div>
      )}
    </>
  );
}
