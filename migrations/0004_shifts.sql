-- Who is on duty now. A row lives as long as a shift, at most 12 hours.

create table duties (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  member_id uuid not null,
  statement bytea not null,
  sealed_seed bytea not null,
  capacity int not null check (capacity between 1 and 8),
  expires_at timestamptz not null,
  present_until timestamptz not null
);
-- One shift of a member at a time.
create unique index duties_one_each on duties (jour_id, member_id);
comment on table duties is 'Who is on duty now. Removed when the shift ends.';
comment on column duties.id is 'staff | random number of one shift | until the shift ends, at most 12 hours | the jour, the conversations of the shift';
comment on column duties.jour_id is 'public | the jour | until the shift ends, at most 12 hours | everyone';
comment on column duties.face_id is 'public | the face that she is on duty for | until the shift ends, at most 12 hours | everyone, as a count';
comment on column duties.member_id is 'staff | the member on duty | until the shift ends, at most 12 hours | operators';
comment on column duties.statement is 'staff | her signed statement of duty: alias and signing key of this shift | until the shift ends, at most 12 hours | the jour, the seekers whom she answers';
comment on column duties.sealed_seed is 'ciphertext | the signing seed of this shift, wrapped in her browser | until the shift ends, at most 12 hours | herself';
comment on column duties.capacity is 'staff | how many conversations she takes at once | until the shift ends, at most 12 hours | the jour';
comment on column duties.expires_at is 'staff | when the statement ends at the latest | until the shift ends, at most 12 hours | the jour';
comment on column duties.present_until is 'staff | until when she counts as present; renewed by the half minute | until the shift ends, at most 12 hours | the jour';
select lykta_tenant_table('duties');
