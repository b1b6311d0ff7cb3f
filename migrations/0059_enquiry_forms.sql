-- Each jour writes the questions of "Contact us" herself, by the one editor of forms. Without a version of hers
-- those of the house are asked. What was written carries its questions with it, inside the seal.

alter table form_versions drop constraint form_versions_kind_check;
alter table form_versions add constraint form_versions_kind_check
  check (kind in ('intake', 'accompany', 'application', 'feedback', 'press', 'cooperation', 'giving'));
comment on column form_versions.kind is 'public | a request for a talk or for an accompanying supporter, an application to volunteer, or one of the forms of Contact us | while the jour is here | everyone';
comment on table form_versions is 'The questions that the jour asks whoever wants a talk or an accompanying supporter, wants to volunteer, or writes about something else. No version is ever changed: what was answered stays with the questions as they were.';
alter table form_drafts drop constraint form_drafts_kind_check;
alter table form_drafts add constraint form_drafts_kind_check
  check (kind in ('intake', 'accompany', 'application', 'feedback', 'press', 'cooperation', 'giving'));
