-- Bits of words are of one chunk a row. Taken for the thousand rows that PostgreSQL expects of any function, they
-- make a search look so long that it is compiled first, which takes longer than the search itself.
alter function bits_of_words(text[]) rows 100;
