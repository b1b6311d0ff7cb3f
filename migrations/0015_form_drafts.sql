-- Forms are written in the desk: each coordinator's draft survives her leaving the page, and a version says whose it is.

alter table form_versions add column published_on date;
comment on column form_versions.published_on is 'staff | the day on which it was published | while the jour is here | coordinators';
alter table form_versions add column published_by uuid references members (id) on delete set null;
comment on column form_versions.published_by is 'staff | which coordinator published it | until she leaves | coordinators';

create table form_drafts (
  jour_id uuid not null references jours (id) on delete cascade,
  kind text not null check (kind in ('intake', 'accompany', 'application')),
  member_id uuid not null references members (id) on delete cascade,
  after int not null check (after >= 0),
  revision int not null check (revision > 0),
  definition text not null check (length(definition) <= 60000),
  changed_on date not null,
  primary key (jour_id, kind, member_id)
);
comment on table form_drafts is 'A form that a coordinator is writing and has not published. Each has her own, so that none overwrites another.';
comment on column form_drafts.jour_id is 'public | the jour | until she publishes it or throws it away, or leaves | everyone';
comment on column form_drafts.kind is 'staff | which form | until she publishes it or throws it away, or leaves | coordinators';
comment on column form_drafts.member_id is 'staff | who writes it | until she publishes it or throws it away, or leaves | coordinators';
comment on column form_drafts.after is 'technical | the version that she began with | until she publishes it or throws it away, or leaves | coordinators';
comment on column form_drafts.revision is 'technical | counts what was saved, so that no other tab overwrites it | until she publishes it or throws it away, or leaves | herself';
comment on column form_drafts.definition is 'staff | the questions that she is writing | until she publishes it or throws it away, or leaves | coordinators';
comment on column form_drafts.changed_on is 'staff | the day on which she last wrote in it | until she publishes it or throws it away, or leaves | coordinators';
select lykta_tenant_table('form_drafts');
