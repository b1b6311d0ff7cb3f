-- A text of 60,000 signs has more of them as JSON: each line end, quotation mark and backslash counts twice.
alter table page_drafts drop constraint page_drafts_content_check;
alter table page_drafts add constraint page_drafts_content_check check (length(content) <= 140000);
