-- Pages in further languages, and who has checked which version of them. Outside a demonstration a version in
-- one of these is shown only while such a check stands.

alter table page_texts drop constraint page_texts_language_check;
alter table page_texts add constraint page_texts_language_check
  check (language in ('sv', 'en', 'sv-easy', 'ar', 'so', 'fa', 'ti', 'uk', 'fi'));
alter table page_drafts drop constraint page_drafts_language_check;
alter table page_drafts add constraint page_drafts_language_check
  check (language in ('sv', 'en', 'sv-easy', 'ar', 'so', 'fa', 'ti', 'uk', 'fi'));
comment on column page_texts.language is 'public | Swedish, English, easy-read Swedish or a further language | while the page is here | everyone';
comment on column page_versions.language is 'public | Swedish, English, easy-read Swedish or a further language | while the page is here | everyone';

create table page_checks (
  page_id uuid not null,
  language text not null check (language in ('ar', 'so', 'fa', 'ti', 'uk', 'fi')),
  version int not null,
  jour_id uuid not null references jours (id) on delete cascade,
  checked_by text not null check (length(checked_by) between 1 and 120),
  checked_on date not null,
  entered_by uuid references members (id) on delete set null,
  primary key (page_id, language, version),
  foreign key (page_id, language, version) references page_versions (page_id, language, version) on delete cascade
);
comment on table page_checks is 'Versions in further languages that a person who speaks the language has read and found right.';
comment on column page_checks.page_id is 'public | the page | while the page is here | everyone';
comment on column page_checks.language is 'public | the language of the text | while the page is here | everyone';
comment on column page_checks.version is 'public | the version that was read, and no other | while the page is here | everyone';
comment on column page_checks.jour_id is 'public | the jour | while the page is here | everyone';
comment on column page_checks.checked_by is 'staff | the name of whoever read it, as an editor has entered it | while the page is here, or until the check is taken back | coordinators and editors';
comment on column page_checks.checked_on is 'staff | the day on which she read it | while the page is here, or until the check is taken back | coordinators and editors';
comment on column page_checks.entered_by is 'staff | who entered the check | while the page is here and she is a member | coordinators and editors';
select lykta_tenant_table('page_checks');
