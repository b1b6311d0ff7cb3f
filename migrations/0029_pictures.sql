-- Pictures on the pages of a jour. What was uploaded is not kept: only what was drawn anew from it, small and
-- without place, time or camera.

create table pictures (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  width int not null check (width between 1 and 4000),
  height int not null check (height between 1 and 4000),
  alt text not null check (length(alt) between 1 and 300),
  added_on date not null
);
create index pictures_of_jour on pictures (jour_id);
comment on table pictures is 'Pictures that may stand on the pages of a jour.';
comment on column pictures.id is 'public | random number of the picture | until it is removed | everyone who knows its address';
comment on column pictures.jour_id is 'public | the jour | until it is removed | everyone';
comment on column pictures.width is 'public | its width in pixels | until it is removed | everyone';
comment on column pictures.height is 'public | its height in pixels | until it is removed | everyone';
comment on column pictures.alt is 'public | what it shows, for those who do not see it | until it is removed | everyone';
comment on column pictures.added_on is 'staff | the day that it was added | until it is removed | coordinators and editors';
select lykta_tenant_table('pictures');

create table picture_files (
  picture_id uuid not null references pictures (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  name text not null check (name ~ '^[0-9]{1,4}\.(avif|webp)$'),
  bytes bytea not null check (length(bytes) <= 2000000),
  primary key (picture_id, name)
);
comment on table picture_files is 'Each picture in the sizes and formats that browsers choose from.';
comment on column picture_files.picture_id is 'public | the picture | until it is removed | everyone';
comment on column picture_files.jour_id is 'public | the jour | until it is removed | everyone';
comment on column picture_files.name is 'public | width and format | until it is removed | everyone';
comment on column picture_files.bytes is 'public | the picture, drawn anew, without metadata | until it is removed | everyone who knows its address';
select lykta_tenant_table('picture_files');
