import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { educationPages, type Lecture } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { offerMessages } from "../messages.offer.ts";
import { audiencesInWords, inWords, lengthInWords, priceInWords } from "../names.ts";
import type { EducationPart } from "./education-app.browser.ts";
import { LectureEditor } from "./lecture-editor.browser.tsx";
import { SaidNow } from "./said.browser.tsx";

const empty = { sv: "", en: "" };
const blank = (): Lecture => ({
  ...{ id: crypto.randomUUID(), isPublished: false, version: 0 },
  content: {
    ...{ title: empty, summary: empty, text: empty, region: empty },
    ...{ audiences: [], minutes: 60, price: 0, languages: ["sv"], ways: ["place"], materials: [] },
  },
});

/** What can be booked, and one to write on. */
export function LecturesPage(props: EducationPart): JSX.Element {
  const { app, language } = props;
  const t = offerMessages[language];
  const [lecture, setLecture] = useState<Lecture | null>(null);
  const save = async (): Promise<void> => {
    if (lecture && (await app.saveLecture(lecture))) setLecture(null);
  };
  const drop = async (): Promise<void> => {
    if (lecture && (await app.dropLecture(lecture.id))) setLecture(null);
  };
  return (
    <section class="board-page stack" aria-labelledby="education-lectures">
      <h1 class="desk-title" id="education-lectures">
        {deskMessages[language].lectures}
      </h1>
      <p class="soft">
        {t.lecturesSays} <a href={educationPages.list}>{t.onTheSite}</a>
      </p>
      <SaidNow {...props} />
      {lecture === null ? (
        <>
          <List {...props} onEdit={setLecture} />
          <div>
            <button type="button" class="button button-lamp" onClick={() => setLecture(blank())}>
              {t.newLecture}
            </button>
          </div>
        </>
      ) : (
        <LectureEditor
          {...{ lecture, language }}
          addFile={(file) => app.addFile(file)}
          onChange={setLecture}
          onSave={() => void save()}
          onDrop={() => void drop()}
          onCancel={() => setLecture(null)}
        />
      )}
    </section>
  );
}

function List({
  app,
  language,
  onEdit,
}: EducationPart & { onEdit: (lecture: Lecture) => void }): JSX.Element {
  const t = offerMessages[language];
  const lectures = app.board.value?.lectures ?? [];
  if (lectures.length === 0) return <p class="card">{t.noLectures}</p>;
  return (
    <ul class="desk-list card">
      {lectures.map((one) => (
        <li key={one.id}>
          <span class="desk-list-text">
            <strong>{inWords(one.content.title, language) || t.untitled}</strong>
            <span class="small soft">{factsOf(one, language)}</span>
          </span>
          <button type="button" class="button button-quiet" onClick={() => onEdit(one)}>
            {t.edit} <span class="visually-hidden">{one.content.title.sv}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ content, isPublished }: Lecture, language: "sv" | "en"): string {
  const t = offerMessages[language];
  const facts = [
    isPublished ? t.published : t.draft,
    audiencesInWords(content, language),
    lengthInWords(content.minutes, language),
    priceInWords(content.price, language),
  ];
  return facts.filter((one) => one !== "").join(" · ");
}
