-- What a jour tells on its own pages: guides, news, reports, each in versions. All of it is written to be
-- read by everybody; until it is published, only the desk sees it.

create table pages (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid references faces (id) on delete cascade,
  kind text not null check (kind in ('guide', 'relative', 'social-services', 'kvinnojour', 'shelter', 'about',
    'traces', 'accessibility', 'emergency', 'news', 'report')),
  slug text not null check (length(slug) between 1 and 80 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  dated date,
  position int not null default 0 check (position between 0 and 999),
  version int not null default 1
);
create index pages_of_jour on pages (jour_id);
comment on table pages is 'The pages of a jour. What they say stands in their versions.';
comment on column pages.id is 'public | random number of the page | while the page is here | everyone';
comment on column pages.jour_id is 'public | the jour | while the page is here | everyone';
comment on column pages.face_id is 'public | the face that shows it; without one, all of them | while the page is here | everyone';
comment on column pages.kind is 'public | what sort of page it is | while the page is here | everyone';
comment on column pages.slug is 'public | its name in the address | while the page is here | everyone';
comment on column pages.dated is 'public | the day that stands on news and reports | while the page is here | everyone';
comment on column pages.position is 'public | where it stands among its like | while the page is here | everyone';
comment on column pages.version is 'technical | counts the changes of all this, so that nobody overwrites a colleague’s | while the page is here | coordinators and editors';
select lykta_tenant_table('pages');

-- Every address that a page has had: an old one leads to the new.
create table page_addresses (
  jour_id uuid not null references jours (id) on delete cascade,
  slug text not null,
  page_id uuid not null references pages (id) on delete cascade,
  primary key (jour_id, slug)
);
create index page_addresses_of on page_addresses (page_id);
comment on table page_addresses is 'The names that pages have and have had in addresses.';
comment on column page_addresses.jour_id is 'public | the jour | while the page is here | everyone';
comment on column page_addresses.slug is 'public | a name in an address | while the page is here | everyone';
comment on column page_addresses.page_id is 'public | the page that it leads to | while the page is here | everyone';
select lykta_tenant_table('page_addresses');

create table page_texts (
  page_id uuid not null references pages (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  language text not null check (language in ('sv', 'en', 'sv-easy')),
  latest int not null check (latest > 0),
  published int check (published between 1 and latest),
  scheduled int check (scheduled between 1 and latest),
  scheduled_at timestamptz,
  primary key (page_id, language),
  check ((scheduled is null) = (scheduled_at is null))
);
comment on table page_texts is 'A page in one language: which of its versions is published, and which will be.';
comment on column page_texts.page_id is 'public | the page | while the page is here | everyone';
comment on column page_texts.jour_id is 'public | the jour | while the page is here | everyone';
comment on column page_texts.language is 'public | Swedish, English or easy-read Swedish | while the page is here | everyone';
comment on column page_texts.latest is 'technical | the number of the newest version | while the page is here | coordinators and editors';
comment on column page_texts.published is 'public | the number of the version that everybody reads | while the page is here | everyone';
comment on column page_texts.scheduled is 'technical | the number of the version that is to be published | while the page is here | coordinators and editors';
comment on column page_texts.scheduled_at is 'technical | when it is to be published | while the page is here | coordinators and editors';
select lykta_tenant_table('page_texts');

-- No version is ever changed.
create table page_versions (
  page_id uuid not null,
  jour_id uuid not null references jours (id) on delete cascade,
  language text not null,
  version int not null check (version > 0),
  title text not null check (length(title) between 1 and 160),
  summary text not null check (length(summary) <= 600),
  body text not null check (length(body) <= 60000),
  cover text check (length(cover) <= 120),
  follows int,
  saved_at timestamptz not null default now(),
  saved_by uuid references members (id) on delete set null,
  words tsvector not null generated always as (
    setweight(to_tsvector(case language when 'en' then 'pg_catalog.english'::regconfig
                                        else 'pg_catalog.swedish'::regconfig end, title), 'A') ||
    setweight(to_tsvector(case language when 'en' then 'pg_catalog.english'::regconfig
                                        else 'pg_catalog.swedish'::regconfig end, summary), 'B') ||
    setweight(to_tsvector(case language when 'en' then 'pg_catalog.english'::regconfig
                                        else 'pg_catalog.swedish'::regconfig end, body), 'C')) stored,
  primary key (page_id, language, version),
  foreign key (page_id, language) references page_texts (page_id, language) on delete cascade
);
create index page_versions_words on page_versions using gin (words);
comment on table page_versions is 'Every text that was saved of a page. Kept as long as the page, so that an older one can be taken up again.';
comment on column page_versions.page_id is 'public | the page | while the page is here | everyone';
comment on column page_versions.jour_id is 'public | the jour | while the page is here | everyone';
comment on column page_versions.language is 'public | Swedish, English or easy-read Swedish | while the page is here | everyone';
comment on column page_versions.version is 'public | counts the versions | while the page is here | everyone';
comment on column page_versions.title is 'public | the title | while the page is here | everyone once published, before that coordinators and editors';
comment on column page_versions.summary is 'public | the page in one or two sentences | while the page is here | everyone once published, before that coordinators and editors';
comment on column page_versions.body is 'public | the text, as Markdown | while the page is here | everyone once published, before that coordinators and editors';
comment on column page_versions.cover is 'public | address of the picture on its cover | while the page is here | everyone once published, before that coordinators and editors';
comment on column page_versions.follows is 'technical | which version of the Swedish text it was translated from | while the page is here | coordinators and editors';
comment on column page_versions.saved_at is 'staff | when it was saved | while the page is here | coordinators and editors';
comment on column page_versions.saved_by is 'staff | who saved it | while the page is here and she is a member | coordinators and editors';
comment on column page_versions.words is 'public | the words of title, summary and text, for the search on the site | while the page is here | everyone once published, before that nobody';
select lykta_tenant_table('page_versions');

-- What somebody is writing and has not saved: kept for her alone, so that no text is lost with a tab.
create table page_drafts (
  page_id uuid not null references pages (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  language text not null check (language in ('sv', 'en', 'sv-easy')),
  member_id uuid not null references members (id) on delete cascade,
  based_on int not null,
  content text not null check (length(content) <= 70000),
  primary key (page_id, language, member_id)
);
comment on table page_drafts is 'What somebody has begun to write on a page and has not saved yet.';
comment on column page_drafts.page_id is 'technical | the page | until she saves or throws away | herself';
comment on column page_drafts.jour_id is 'public | the jour | until she saves or throws away | herself';
comment on column page_drafts.language is 'technical | the language of the page | until she saves or throws away | herself';
comment on column page_drafts.member_id is 'staff | who writes | until she saves, throws away or leaves | herself';
comment on column page_drafts.based_on is 'technical | the version that she began from | until she saves or throws away | herself';
comment on column page_drafts.content is 'staff | what she has written so far | until she saves or throws away | herself';
select lykta_tenant_table('page_drafts');
