import { textsMessages } from "../messages.texts.ts";
import { COLOURS } from "../names.ts";
import { BothFields, Choice, Field, type Form, ListOf, NumberField } from "./fields.browser.tsx";

/** Name, telephone, who is received and who answers. */
export function BasicsForm(form: Form) {
  const say = textsMessages[form.language];
  return (
    <div class="stack">
      <Field form={form} path="name" label={say.name} maxLength={120} />
      <Field
        form={form}
        path="phone"
        label={say.phoneNumber}
        hint={say.phoneHint}
        maxLength={20}
        type="tel"
        optional
      />
      <Field form={form} path="place" label={say.place} hint={say.placeHint} maxLength={120} />
      <Field
        form={form}
        path="tabTitle"
        label={say.tabTitle}
        hint={say.tabTitleHint}
        maxLength={40}
      />
      <Field
        form={form}
        path="exitUrl"
        label={say.exitUrl}
        hint={say.exitUrlHint}
        maxLength={300}
        type="url"
      />
      <Choice
        form={form}
        path="colour"
        label={say.colour}
        options={COLOURS.map((colour) => [colour, say[colour]] as const)}
      />
      <Policy {...form} />
    </div>
  );
}

function Policy(form: Form) {
  const say = textsMessages[form.language];
  return (
    <>
      <Choice
        form={form}
        path="policy.receives"
        label={say.whoReceived}
        options={[
          ["women", say.women],
          ["everyone", say.everyone],
        ]}
      />
      <div class="row">
        <NumberField form={form} path="policy.ages.from" label={say.ageFrom} />
        <NumberField form={form} path="policy.ages.until" label={say.ageUntil} optional />
      </div>
      <Choice
        form={form}
        path="policy.answeredBy"
        label={say.whoAnswers}
        options={[
          ["women", say.answersWomen],
          ["trained-adult", say.answersAdult],
        ]}
      />
    </>
  );
}

const both = { sv: "", en: "" };

/** What is read before the first word of a chat. */
export function BeforeForm(form: Form) {
  const say = textsMessages[form.language];
  return (
    <div class="stack">
      <p class="soft">{say.beforeHint}</p>
      <BothFields form={form} path="before.pledge" label={say.pledge} rows={5} maxLength={1500} />
      <ListOf
        form={form}
        path="before.questions"
        blank={{ question: both, answer: both }}
        max={12}
        add={say.addQuestion}
      >
        {(path) => (
          <>
            <BothFields
              form={form}
              path={`${path}.question`}
              label={say.question}
              maxLength={160}
            />
            <BothFields
              form={form}
              path={`${path}.answer`}
              label={say.answer}
              rows={4}
              maxLength={1500}
            />
          </>
        )}
      </ListOf>
    </div>
  );
}

/** The front page's words, permit, partners. */
export function MoreForm(form: Form) {
  const say = textsMessages[form.language];
  return (
    <div class="stack">
      <BothFields form={form} path="welcome.lead" label={say.welcome} maxLength={300} />
      <BothFields
        form={form}
        path="welcome.about"
        label={say.about}
        hint={say.bodyHint}
        rows={8}
        maxLength={4000}
      />
      <Choice
        form={form}
        path="permit.status"
        label={say.permit}
        options={[
          ["none", say.permitNone],
          ["applied", say.permitApplied],
          ["granted", say.permitGranted],
          ["paused", say.permitPaused],
        ]}
      />
      <BothFields form={form} path="permit.note" label={say.permitNote} rows={3} maxLength={600} />
      <BothFields
        form={form}
        path="routine"
        label={say.routine}
        hint={say.routineHint}
        rows={6}
        maxLength={4000}
      />
      <Partners {...form} />
    </div>
  );
}

function Partners(form: Form) {
  const say = textsMessages[form.language];
  return (
    <>
      <h3>{say.partners}</h3>
      <ListOf
        form={form}
        path="partners"
        blank={{ name: "", url: null }}
        max={40}
        add={say.addPartner}
      >
        {(path) => (
          <div class="set-both">
            <Field form={form} path={`${path}.name`} label={say.name} maxLength={120} />
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
      </ListOf>
    </>
  );
}
