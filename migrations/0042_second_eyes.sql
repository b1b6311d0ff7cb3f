-- A second pair of eyes, where the jour wants it: a text is published only when somebody other than its writer
-- has said yes to exactly that version.

create table page_rules (
  jour_id uuid primary key references jours (id) on delete cascade,
  second_eyes boolean not null
);
comment on table page_rules is 'How a jour publishes.';
comment on column page_rules.jour_id is 'public | the jour | while it is here | coordinators and editors';
comment on column page_rules.second_eyes is 'staff | whether a colleague must say yes before a text is published | while the jour is here | coordinators and editors';
select lykta_tenant_table('page_rules');

create table page_reviews (
  page_id uuid not null,
  language text not null,
  version int not null,
  jour_id uuid not null references jours (id) on delete cascade,
  asked_by uuid references members (id) on delete set null,
  said_by uuid references members (id) on delete set null,
  said_at timestamptz,
  primary key (page_id, language, version),
  foreign key (page_id, language, version) references page_versions (page_id, language, version) on delete cascade
);
comment on table page_reviews is 'Versions of a text that a colleague was asked to read, and those to which one has said yes.';
comment on column page_reviews.page_id is 'public | the page | while the page is here | coordinators and editors';
comment on column page_reviews.language is 'public | the language of the text | while the page is here | coordinators and editors';
comment on column page_reviews.version is 'public | the version that is meant, and no other | while the page is here | coordinators and editors';
comment on column page_reviews.jour_id is 'public | the jour | while the page is here | coordinators and editors';
comment on column page_reviews.asked_by is 'staff | who asked for a second pair of eyes | while the page is here and she is a member | coordinators and editors';
comment on column page_reviews.said_by is 'staff | who has said yes | while the page is here and she is a member | coordinators and editors';
comment on column page_reviews.said_at is 'staff | when she said it; empty until somebody has | while the page is here | coordinators and editors';
select lykta_tenant_table('page_reviews');
