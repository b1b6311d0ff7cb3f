-- Files as materials of lectures: PDF, for everybody or for those who have booked. Who may have one is never stored here:
-- it follows from the lecture that names it, each time it is asked for.

create table education_files (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  bytes bytea not null check (octet_length(bytes) between 1 and 6291456),
  added_on date not null
);
create index education_files_of on education_files (jour_id, added_on);
comment on table education_files is 'Files that a lecture names among its materials. One that no lecture names is deleted after a day.';
comment on column education_files.id is 'technical | random number of the file | until no lecture names it | whoever is shown the file; those who hold lectures';
comment on column education_files.jour_id is 'public | the jour | until no lecture names it | everyone';
comment on column education_files.bytes is 'public | a PDF without active parts; who made it, where that stood readable, is blanked | until no lecture names it | everyone, or whoever has the link of a booking of that lecture, as the lecture says; those who hold lectures';
comment on column education_files.added_on is 'staff | the day that it was added | until no lecture names it | those who hold lectures';
select lykta_tenant_table('education_files');
