-- Moving in: the pages of an old site as drafts. What belongs to one import is remembered, so that it can be
-- undone in one step; the old files themselves are kept nowhere.

create table imports (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  made_at timestamptz not null default now(),
  made_by uuid references members (id) on delete set null,
  finished boolean not null default false,
  left_behind jsonb not null default '[]'
);
create index imports_of_jour on imports (jour_id);
comment on table imports is 'Old sites that were moved in, until somebody undoes the import or puts its report away.';
comment on column imports.id is 'technical | random number of the import | until undone or put away | coordinators and editors';
comment on column imports.jour_id is 'public | the jour | until undone or put away | coordinators and editors';
comment on column imports.made_at is 'staff | when it began; one that was broken off goes when the next begins a day later | until undone or put away | coordinators and editors';
comment on column imports.made_by is 'staff | who moved it in | until undone or put away and she is a member | coordinators and editors';
comment on column imports.finished is 'technical | whether its drafts are there | until undone or put away | coordinators and editors';
comment on column imports.left_behind is 'staff | names of files and addresses of the old site, and what of each did not come along | until undone or put away | coordinators and editors';
select lykta_tenant_table('imports');

create table import_pages (
  import_id uuid not null references imports (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  page_id uuid primary key references pages (id) on delete cascade
);
create index import_pages_of on import_pages (import_id);
comment on table import_pages is 'Which pages came with an import.';
comment on column import_pages.import_id is 'technical | the import | until undone or put away | coordinators and editors';
comment on column import_pages.jour_id is 'public | the jour | until undone or put away | coordinators and editors';
comment on column import_pages.page_id is 'public | the page | until undone or put away | coordinators and editors';
select lykta_tenant_table('import_pages');

create table import_pictures (
  import_id uuid not null references imports (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  picture_id uuid primary key references pictures (id) on delete cascade
);
create index import_pictures_of on import_pictures (import_id);
comment on table import_pictures is 'Which pictures came with an import.';
comment on column import_pictures.import_id is 'technical | the import | until undone or put away | coordinators and editors';
comment on column import_pictures.jour_id is 'public | the jour | until undone or put away | coordinators and editors';
comment on column import_pictures.picture_id is 'public | the picture | until undone or put away | coordinators and editors';
select lykta_tenant_table('import_pictures');
