-- A page that had become news, or a report, while it was read could stand without a day: an empty year in the list
-- of news, and 1970 in the feed. It bears the day on which what is read was saved.
do $$
declare
  jour uuid;
begin
  for jour in select id from jours loop
    perform set_config('lykta.jour', jour::text, true);
    update pages p set dated = (
      select min(v.saved_at at time zone 'Europe/Stockholm')::date
        from page_texts t join page_versions v
          on v.page_id = t.page_id and v.language = t.language
         and v.version = case when t.scheduled_at <= now() then t.scheduled else t.published end
       where t.page_id = p.id)
     where p.dated is null and p.kind in ('news', 'report', 'position', 'referral');
  end loop;
  perform set_config('lykta.jour', '', true);
end $$;
