-- Motions to a meeting of the association, written by members on their own pages until a day that is set with the call.

create table association_motions (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  meeting_id uuid not null references association_meetings (id) on delete cascade,
  member_id uuid not null references association_members (id) on delete cascade,
  sealed bytea not null check (octet_length(sealed) <= 40000)
);
create index association_motions_of on association_motions (meeting_id, member_id);
create index association_motions_by on association_motions (member_id);
comment on table association_motions is 'Motions that members have written to a meeting.';
comment on column association_motions.id is 'technical | random number of the motion | until she takes it back or leaves, or the board deletes the meeting | board and coordinators; she herself';
comment on column association_motions.jour_id is 'public | the jour | as above | everyone';
comment on column association_motions.meeting_id is 'staff | to which meeting | as above | board and coordinators; she herself';
comment on column association_motions.member_id is 'staff | which member wrote it | as above | board and coordinators; she herself';
comment on column association_motions.sealed is 'ciphertext | title, text and day, under the secret of the house; what the board puts into the agenda stays there | as above | board and coordinators; she herself; the server while it works';
select lykta_tenant_table('association_motions');
