-- The live log. A row shows a random number, a counter and bytes that are wrapped by the key of that
-- conversation in the shred store: not the jour, not who wrote, not when, not what.

create table live_frames (
  log bytea not null check (length(log) = 16),
  n int not null check (n > 0),
  sealed bytea not null,
  primary key (log, n)
);
-- Wrapped bytes do not compress: spare the attempt.
alter table live_frames alter column sealed set storage external;
comment on table live_frames is 'The frames of the conversations that go on now. Deleted when a conversation ends.';
comment on column live_frames.log is 'technical | random number of a conversation | until the conversation ends, at most 12 hours | operators';
comment on column live_frames.n is 'technical | counts the frames of a conversation | until the conversation ends, at most 12 hours | operators';
comment on column live_frames.sealed is 'ciphertext | a frame, encrypted by the two who write and wrapped again by the server | until the conversation ends, at most 12 hours | the wrap: the server; the text: the seeker and those who answer her';
select lykta_log_table('live_frames');

-- Writes the frames of many conversations at once, each conversation's all or not at all. A row counts
-- only if it follows directly upon the base that its writer knew: another process may have written
-- since, or the conversation may be gone. Answers the places (from 1) of the rows that were refused;
-- their writer looks, numbers anew and asks again. Asking twice with the same bytes is harmless.
create function live_append(
  logs bytea, bases int[], ns int[], starts int[], lengths int[], frames bytea
) returns int[] language plpgsql as $$
declare
  written int;
  refused bytea[];
begin
  -- In the order of the key, so that two processes never wait for each other.
  insert into live_frames (log, n, sealed)
  select substring(logs from i * 16 - 15 for 16), ns[i], substring(frames from starts[i] + 1 for lengths[i])
    from generate_subscripts(ns, 1) i
   -- Not `or exists`: the planner would hash the whole table for it (measured: a third of the speed).
   where coalesce((select true from live_frames f
                    where f.log = substring(logs from i * 16 - 15 for 16) and f.n = bases[i]),
                  bases[i] = 0)
   order by 1, 2
  on conflict do nothing;
  get diagnostics written = row_count;
  if written = cardinality(ns) then
    return '{}';
  end if;
  select array_agg(distinct substring(logs from i * 16 - 15 for 16)) into refused
    from generate_subscripts(ns, 1) i
   where not exists (
     select from live_frames f
      where f.log = substring(logs from i * 16 - 15 for 16) and f.n = ns[i]
        and f.sealed = substring(frames from starts[i] + 1 for lengths[i]));
  delete from live_frames f using generate_subscripts(ns, 1) i
   where f.log = any (refused)
     and f.log = substring(logs from i * 16 - 15 for 16) and f.n = ns[i]
     and f.sealed = substring(frames from starts[i] + 1 for lengths[i]);
  return (select coalesce(array_agg(i), '{}') from generate_subscripts(ns, 1) i
           where substring(logs from i * 16 - 15 for 16) = any (refused));
end $$;
revoke execute on function live_append(bytea, int[], int[], int[], int[], bytea) from public;
grant execute on function live_append(bytea, int[], int[], int[], int[], bytea) to lykta_app;

-- What may be used once. Unlogged: it never reaches the write-ahead log, and is empty after a crash,
-- when a new ticket costs nothing and an old proof is past its minutes.

create unlogged table live_tickets (
  hash bytea primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null,
  session_id text not null,
  expires_at timestamptz not null
);
comment on table live_tickets is 'Tickets with which a signed-in desk opens its live connection.';
comment on column live_tickets.hash is 'key | SHA-256 of a ticket | until used, at most a minute | operators';
comment on column live_tickets.jour_id is 'public | the jour | until used, at most a minute | operators';
comment on column live_tickets.member_id is 'staff | the member who asked | until used, at most a minute | operators';
comment on column live_tickets.session_id is 'staff | the session that asked | until used, at most a minute | operators';
comment on column live_tickets.expires_at is 'technical | when it ends | until used, at most a minute | operators';
select lykta_tenant_table('live_tickets');

create unlogged table spent_proofs (
  hash bytea primary key,
  expires_at timestamptz not null
);
comment on table spent_proofs is 'Proofs of work and passes that have been used or refused; nobody they could point to.';
comment on column spent_proofs.hash is 'technical | SHA-256 of a random number in a proof of work or pass | until it would have expired, at most 12 hours | operators';
comment on column spent_proofs.expires_at is 'technical | when the row may go, to the hour | until it would have expired, at most 12 hours | operators';
select lykta_shared_table('spent_proofs');
