-- The measure that a finding is about; absent where it is about none, or several, and in what earlier releases stored.
alter table finding add column measure text;
