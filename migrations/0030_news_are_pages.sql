-- News stood in the texts of a face; now each is a page of its own, published as it was.
do $$
declare
  jour uuid;
  item record;
  page uuid;
  tongue text;
begin
  for jour in select id from jours loop
    perform set_config('lykta.jour', jour::text, true);
    for item in select f.id as face, n as news from faces f, jsonb_array_elements(f.news) n loop
      page := gen_random_uuid();
      insert into pages (id, jour_id, face_id, kind, slug, dated)
        values (page, jour, item.face, 'news', 'nyhet-' || substr(page::text, 1, 8), (item.news ->> 'date')::date);
      insert into page_addresses (jour_id, slug, page_id) values (jour, 'nyhet-' || substr(page::text, 1, 8), page);
      foreach tongue in array array['sv', 'en'] loop
        if coalesce(item.news -> 'title' ->> tongue, '') <> '' then
          insert into page_texts (page_id, jour_id, language, latest, published) values (page, jour, tongue, 1, 1);
          insert into page_versions (page_id, jour_id, language, version, title, summary, body, follows)
            values (page, jour, tongue, 1, item.news -> 'title' ->> tongue, '',
                    coalesce(item.news -> 'text' ->> tongue, ''), case when tongue = 'en' then 1 end);
        end if;
      end loop;
    end loop;
  end loop;
  perform set_config('lykta.jour', '', true);
end $$;
alter table faces drop column news;
