import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import type { Course } from "../contract.ts";
import { leadMessages } from "../messages.lead.ts";
import { CourseEditor } from "./course-editor.browser.tsx";
import { LeadSaidNow } from "./lead-said.browser.tsx";
import type { TrainingPart } from "./mine.browser.tsx";

const blank = (): Course => ({
  id: crypto.randomUUID(),
  content: { title: "", lead: "", modules: [] },
  isPublished: false,
  version: 0,
});

/** The jour's courses, and one to write on. */
export function CoursesPage(props: TrainingPart): JSX.Element {
  const { app, language } = props;
  const t = leadMessages[language];
  const [course, setCourse] = useState<Course | null>(null);
  useEffect(() => void app.lookAtPeople(), []);
  const courses = app.people.value?.courses ?? [];
  const save = async (): Promise<void> => {
    if (course && (await app.saveCourse(course))) setCourse(null);
  };
  return (
    <section class="board-page stack" aria-labelledby="training-courses">
      <h1 class="desk-title" id="training-courses">
        {t.coursesTitle}
      </h1>
      <p class="soft">{t.coursesSays}</p>
      <LeadSaidNow {...props} />
      {course === null && <List {...{ courses, language }} onEdit={setCourse} />}
      {course === null ? (
        <div>
          <button type="button" class="button button-lamp" onClick={() => setCourse(blank())}>
            {t.newCourse}
          </button>
        </div>
      ) : (
        <CourseEditor
          {...{ course, language }}
          onChange={setCourse}
          onSave={() => void save()}
          onCancel={() => setCourse(null)}
        />
      )}
    </section>
  );
}

interface ListProps {
  readonly courses: readonly Course[];
  readonly language: Language;
  readonly onEdit: (course: Course) => void;
}

function List({ courses, language, onEdit }: ListProps): JSX.Element {
  const t = leadMessages[language];
  if (courses.length === 0) return <p class="card">{t.noCourses}</p>;
  return (
    <ul class="desk-list card">
      {courses.map((one) => (
        <li key={one.id}>
          <span class="desk-list-text">
            <strong>{one.content.title}</strong>
            <span class="small soft">{one.isPublished ? t.published : t.draft}</span>
          </span>
          <button type="button" class="button button-quiet" onClick={() => onEdit(one)}>
            {t.edit} <span class="visually-hidden">{one.content.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
