-- Support until a day: without words to look for, few labels that are supported so long are found without reading all.
create index label_search_by_support on label_search (support_ends_on desc) where support_ends_on is not null;
