--
-- PostgreSQL database dump
--

\restrict shirushi

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    act text NOT NULL,
    actor_person uuid,
    actor_organisation uuid,
    on_behalf_of uuid,
    actor_role text,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    reason text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT events_act_check CHECK ((act <> ''::text)),
    CONSTRAINT events_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT events_subject_id_check CHECK ((subject_id <> ''::text)),
    CONSTRAINT events_subject_kind_check CHECK ((subject_kind <> ''::text))
);

--
-- Name: events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    media_type text NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT files_media_type_check CHECK ((media_type <> ''::text)),
    CONSTRAINT files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT files_size_check CHECK ((size >= 0))
);

--
-- Name: public_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log (
    index bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    entry text NOT NULL,
    CONSTRAINT public_log_entry_check CHECK ((entry <> ''::text)),
    CONSTRAINT public_log_index_check CHECK ((index >= 0)),
    CONSTRAINT public_log_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT public_log_subject_check CHECK ((subject <> ''::text))
);

--
-- Name: public_log_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log_head (
    only_row boolean DEFAULT true NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT public_log_head_only_row_check CHECK (only_row),
    CONSTRAINT public_log_head_size_check CHECK ((size >= 0))
);

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT schema_migrations_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);

--
-- Name: files files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (sha256);

--
-- Name: public_log_head public_log_head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log_head
    ADD CONSTRAINT public_log_head_pkey PRIMARY KEY (only_row);

--
-- Name: public_log public_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_pkey PRIMARY KEY (index);

--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (name);

--
-- Name: events_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_person ON public.events USING btree (actor_person, id) WHERE (actor_person IS NOT NULL);

--
-- Name: events_by_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_subject ON public.events USING btree (subject_kind, subject_id, id);

--
-- Name: public_log_by_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_by_subject ON public.public_log USING btree (subject, index);

--
-- Name: events events_are_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER events_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.events ENABLE ALWAYS TRIGGER events_are_append_only;

--
-- Name: public_log_head public_log_head_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_head_stays BEFORE DELETE OR TRUNCATE ON public.public_log_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.public_log_head ENABLE ALWAYS TRIGGER public_log_head_stays;

--
-- Name: public_log public_log_is_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.public_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.public_log ENABLE ALWAYS TRIGGER public_log_is_append_only;

--
-- PostgreSQL database dump complete
--

\unrestrict shirushi

