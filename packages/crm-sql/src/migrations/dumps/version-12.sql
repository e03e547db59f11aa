CREATE TABLE public.crm_access (
    tenant text NOT NULL,
    "position" integer NOT NULL,
    object text NOT NULL,
    field text,
    role text NOT NULL,
    ids jsonb
);
CREATE TABLE public.import_pending (
    writer text NOT NULL,
    tenant text NOT NULL
);
CREATE TABLE public.stored_account (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    search_name text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    parent text COLLATE pg_catalog."C",
    owner text,
    industry text,
    country text,
    city text,
    website text,
    employees numeric,
    annual_revenue numeric,
    annual_revenue_currency text,
    attributes jsonb NOT NULL,
    updated_at timestamp with time zone,
    import text
);
CREATE VIEW public.crm_account AS
 SELECT stored_account.tenant,
    stored_account.id,
    stored_account.name,
    stored_account.search_name,
    stored_account.name_key,
    stored_account.parent,
    stored_account.owner,
    stored_account.industry,
    stored_account.country,
    stored_account.city,
    stored_account.website,
    stored_account.employees,
    stored_account.annual_revenue,
    stored_account.annual_revenue_currency,
    stored_account.attributes,
    stored_account.updated_at,
    stored_account.import
   FROM public.stored_account
  WHERE ((stored_account.import IS NULL) OR (stored_account.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.stored_asset (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    search_name text NOT NULL COLLATE pg_catalog."C",
    account text COLLATE pg_catalog."C",
    product text COLLATE pg_catalog."C",
    product_name text NOT NULL,
    active boolean NOT NULL,
    since date,
    until date,
    import text
);
CREATE VIEW public.crm_asset AS
 SELECT stored_asset.tenant,
    stored_asset.id,
    stored_asset.name,
    stored_asset.search_name,
    stored_asset.account,
    stored_asset.product,
    stored_asset.product_name,
    stored_asset.active,
    stored_asset.since,
    stored_asset.until,
    stored_asset.import
   FROM public.stored_asset
  WHERE ((stored_asset.import IS NULL) OR (stored_asset.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.stored_contact (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    search_name text NOT NULL COLLATE pg_catalog."C",
    account text COLLATE pg_catalog."C",
    title text,
    department text,
    email text,
    phone text,
    owner text,
    import text
);
CREATE VIEW public.crm_contact AS
 SELECT stored_contact.tenant,
    stored_contact.id,
    stored_contact.name,
    stored_contact.search_name,
    stored_contact.account,
    stored_contact.title,
    stored_contact.department,
    stored_contact.email,
    stored_contact.phone,
    stored_contact.owner,
    stored_contact.import
   FROM public.stored_contact
  WHERE ((stored_contact.import IS NULL) OR (stored_contact.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.crm_creation (
    tenant text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    content text NOT NULL,
    account text NOT NULL,
    by text NOT NULL,
    id text,
    begun_at timestamp with time zone NOT NULL,
    held_until timestamp with time zone
);
CREATE TABLE public.crm_involvement (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    contact text COLLATE pg_catalog."C",
    team_member text COLLATE pg_catalog."C",
    account text COLLATE pg_catalog."C",
    opportunity text COLLATE pg_catalog."C",
    roles jsonb,
    is_primary boolean,
    active boolean,
    since date,
    until date,
    CONSTRAINT crm_involvement_check CHECK ((num_nonnulls(contact, team_member) = 1)),
    CONSTRAINT crm_involvement_check1 CHECK ((num_nonnulls(account, opportunity) = 1))
);
CREATE TABLE public.stored_line_item (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    opportunity text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    product text COLLATE pg_catalog."C",
    product_name text NOT NULL,
    quantity numeric,
    amount numeric,
    amount_currency text,
    origin text DEFAULT 'line-item'::text NOT NULL,
    import text,
    CONSTRAINT crm_line_item_origin_check CHECK ((origin = ANY (ARRAY['line-item'::text, 'opportunity'::text])))
);
CREATE VIEW public.crm_line_item AS
 SELECT stored_line_item.tenant,
    stored_line_item.id,
    stored_line_item.opportunity,
    stored_line_item."position",
    stored_line_item.product,
    stored_line_item.product_name,
    stored_line_item.quantity,
    stored_line_item.amount,
    stored_line_item.amount_currency,
    stored_line_item.origin,
    stored_line_item.import
   FROM public.stored_line_item
  WHERE ((stored_line_item.import IS NULL) OR (stored_line_item.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.stored_opportunity (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    search_name text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    account text COLLATE pg_catalog."C",
    status text NOT NULL,
    stage text,
    amount numeric,
    amount_currency text,
    close_date date,
    owner text,
    product text COLLATE pg_catalog."C",
    product_name text,
    attributes jsonb NOT NULL,
    import text,
    CONSTRAINT crm_opportunity_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);
CREATE VIEW public.crm_opportunity AS
 SELECT stored_opportunity.tenant,
    stored_opportunity.id,
    stored_opportunity.name,
    stored_opportunity.search_name,
    stored_opportunity.name_key,
    stored_opportunity.account,
    stored_opportunity.status,
    stored_opportunity.stage,
    stored_opportunity.amount,
    stored_opportunity.amount_currency,
    stored_opportunity.close_date,
    stored_opportunity.owner,
    stored_opportunity.product,
    stored_opportunity.product_name,
    stored_opportunity.attributes,
    stored_opportunity.import
   FROM public.stored_opportunity
  WHERE ((stored_opportunity.import IS NULL) OR (stored_opportunity.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.stored_product (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    search_name text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    code text,
    family text,
    list_price numeric,
    list_price_currency text,
    active boolean NOT NULL,
    import text
);
CREATE VIEW public.crm_product AS
 SELECT stored_product.tenant,
    stored_product.id,
    stored_product.name,
    stored_product.search_name,
    stored_product.name_key,
    stored_product.code,
    stored_product.family,
    stored_product.list_price,
    stored_product.list_price_currency,
    stored_product.active,
    stored_product.import
   FROM public.stored_product
  WHERE ((stored_product.import IS NULL) OR (stored_product.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.crm_task (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    account text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL,
    due date,
    owner text,
    note text,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.stored_team_member (
    tenant text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    search_name text NOT NULL COLLATE pg_catalog."C",
    name_key text NOT NULL COLLATE pg_catalog."C",
    email text,
    role text NOT NULL,
    active boolean NOT NULL,
    import text,
    CONSTRAINT crm_team_member_role_check CHECK ((role = ANY (ARRAY['rep'::text, 'admin'::text])))
);
CREATE VIEW public.crm_team_member AS
 SELECT stored_team_member.tenant,
    stored_team_member.id,
    stored_team_member.name,
    stored_team_member.search_name,
    stored_team_member.name_key,
    stored_team_member.email,
    stored_team_member.role,
    stored_team_member.active,
    stored_team_member.import
   FROM public.stored_team_member
  WHERE ((stored_team_member.import IS NULL) OR (stored_team_member.import <> ALL (ARRAY( SELECT import_pending.writer
           FROM public.import_pending))));
CREATE TABLE public.hubspot_event (
    portal text NOT NULL,
    subscription text NOT NULL,
    event text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    body jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    done_at timestamp with time zone
);
CREATE TABLE public.hubspot_grant (
    portal text NOT NULL,
    user_id text NOT NULL,
    key_id text NOT NULL,
    sealed text NOT NULL,
    scopes jsonb NOT NULL,
    user_level boolean,
    granted_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    lease text,
    lease_until timestamp with time zone
);
CREATE TABLE public.hubspot_install (
    state_hash text NOT NULL,
    browser_hash text NOT NULL,
    key_id text NOT NULL,
    sealed text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.hubspot_launch (
    code_hash text NOT NULL,
    portal text NOT NULL,
    user_id text NOT NULL,
    account text NOT NULL,
    widget text NOT NULL,
    object_type text NOT NULL,
    object_id text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    forget_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE public.hubspot_portal (
    portal text NOT NULL,
    state text NOT NULL,
    installed_at timestamp with time zone NOT NULL,
    uninstalled_at timestamp with time zone,
    CONSTRAINT hubspot_portal_state_check CHECK ((state = ANY (ARRAY['installed'::text, 'uninstalled'::text])))
);
CREATE TABLE public.hubspot_session (
    token_hash text NOT NULL,
    portal text NOT NULL,
    user_id text NOT NULL,
    account text NOT NULL,
    widget text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL
);
CREATE UNLOGGED TABLE public.hubspot_turn (
    portal text NOT NULL,
    lane text NOT NULL,
    turns double precision[] NOT NULL,
    held_until double precision DEFAULT 0 NOT NULL
)
WITH (fillfactor='50');
CREATE TABLE public.import_change (
    writer text NOT NULL,
    part integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    "row" json NOT NULL
);
CREATE TABLE public.import_lease (
    tenant text NOT NULL,
    writer text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.plan_record (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL,
    revision integer NOT NULL,
    schema integer NOT NULL,
    fields jsonb NOT NULL,
    removed boolean NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE VIEW public.plan_account_plan AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'version'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'version'::text))::numeric
            ELSE NULL::numeric
        END AS version,
        CASE
            WHEN ((plan_record.fields ->> 'versionDate'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'versionDate'::text))::date
            ELSE NULL::date
        END AS version_date,
    (plan_record.fields ->> 'region'::text) AS region,
    (plan_record.fields ->> 'manager'::text) AS manager,
    (plan_record.fields ->> 'period'::text) AS period,
    (plan_record.fields ->> 'aims'::text) AS aims,
    (plan_record.fields ->> 'brief'::text) AS brief,
    (plan_record.fields ->> 'request'::text) AS request,
    (plan_record.fields ->> 'notes'::text) AS notes,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'account-plan'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_account_plan IS 'What stands at the head of one customer’s plan: version, date, region, manager; and what the one-page brief says.';
COMMENT ON COLUMN public.plan_account_plan.version IS 'Counts the plan’s versions, from 1.';
COMMENT ON COLUMN public.plan_account_plan.version_date IS 'From when this version is.';
COMMENT ON COLUMN public.plan_account_plan.region IS 'Region or country the plan is for.';
COMMENT ON COLUMN public.plan_account_plan.manager IS 'Who of us answers for the plan.';
COMMENT ON COLUMN public.plan_account_plan.period IS 'How far the plan looks ahead, for example 2027 to 2029.';
COMMENT ON COLUMN public.plan_account_plan.aims IS 'What we want to have reached with this customer by then.';
COMMENT ON COLUMN public.plan_account_plan.brief IS 'What a managing director must know before a visit.';
COMMENT ON COLUMN public.plan_account_plan.request IS 'What the managing director is asked to say, promise or decide.';
COMMENT ON COLUMN public.plan_account_plan.notes IS 'Internal notes; left out of what the customer gets.';
CREATE VIEW public.plan_area AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'perspective'::text) AS perspective,
    (plan_record.fields ->> 'parent'::text) AS parent,
    (plan_record.fields ->> 'name'::text) AS name,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    (plan_record.fields -> 'accounts'::text) AS accounts,
    (plan_record.fields ->> 'ruleField'::text) AS rule_field,
    (plan_record.fields ->> 'ruleValue'::text) AS rule_value,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'area'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_area IS 'A part of the customer that may buy on its own: a division, a region, a destination. It need not be a CRM account.';
COMMENT ON COLUMN public.plan_area.perspective IS 'The perspective this area belongs to.';
COMMENT ON COLUMN public.plan_area.parent IS 'The area above, within the same perspective.';
COMMENT ON COLUMN public.plan_area.name IS 'Name as the customer uses it.';
COMMENT ON COLUMN public.plan_area."order" IS 'Place among its siblings, ascending.';
COMMENT ON COLUMN public.plan_area.accounts IS 'CRM accounts whose records count for this area.';
COMMENT ON COLUMN public.plan_area.rule_field IS 'CRM field whose value decides what counts here, for example Country.';
COMMENT ON COLUMN public.plan_area.rule_value IS 'Value of that field, compared without case and accents.';
CREATE VIEW public.plan_barrier AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'area'::text) AS area,
    (plan_record.fields ->> 'otherArea'::text) AS other_area,
    (plan_record.fields ->> 'reason'::text) AS reason,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'barrier'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_barrier IS 'A political barrier between two areas: what one buys is no argument for the other.';
COMMENT ON COLUMN public.plan_barrier.area IS 'One of the two areas.';
COMMENT ON COLUMN public.plan_barrier.other_area IS 'The other area, of the same perspective.';
COMMENT ON COLUMN public.plan_barrier.reason IS 'What stands between them.';
CREATE VIEW public.plan_benefit_ladder AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'feature'::text) AS feature,
    (plan_record.fields ->> 'benefit'::text) AS benefit,
    (plan_record.fields -> 'whys'::text) AS whys,
    (plan_record.fields ->> 'value'::text) AS value,
    (plan_record.fields ->> 'offering'::text) AS offering,
    (plan_record.fields ->> 'sweetSpot'::text) AS sweet_spot,
    (plan_record.fields ->> 'proposition'::text) AS proposition,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'benefit-ladder'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_benefit_ladder IS 'From a feature to its benefit to what that is worth to this customer. Feature and benefit are the product’s, the value is the customer’s.';
COMMENT ON COLUMN public.plan_benefit_ladder.feature IS 'What the offering is or has.';
COMMENT ON COLUMN public.plan_benefit_ladder.benefit IS 'What that does for whoever uses it.';
COMMENT ON COLUMN public.plan_benefit_ladder.whys IS 'Answers to “why does that matter to you?”, each to the one before; three at most.';
COMMENT ON COLUMN public.plan_benefit_ladder.value IS 'What changes in the customer’s business.';
COMMENT ON COLUMN public.plan_benefit_ladder.offering IS 'Our offering.';
COMMENT ON COLUMN public.plan_benefit_ladder.sweet_spot IS 'The sweet spot it belongs to.';
COMMENT ON COLUMN public.plan_benefit_ladder.proposition IS 'The value proposition it feeds.';
CREATE VIEW public.plan_buying_centre_member AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'contact'::text) AS contact,
    (plan_record.fields ->> 'account'::text) AS account_,
    (plan_record.fields ->> 'position'::text) AS "position",
    (plan_record.fields ->> 'role'::text) AS role,
    (plan_record.fields ->> 'unofficialRole'::text) AS unofficial_role,
    (plan_record.fields ->> 'type'::text) AS type,
    (plan_record.fields -> 'decides'::text) AS decides,
    (plan_record.fields ->> 'lead'::text) AS lead,
    (plan_record.fields ->> 'source'::text) AS source,
        CASE
            WHEN ((plan_record.fields ->> 'leftOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'leftOn'::text))::date
            ELSE NULL::date
        END AS left_on,
    (plan_record.fields ->> 'notes'::text) AS notes,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'buying-centre-member'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_buying_centre_member IS 'A person at the customer who takes part in decisions: a contact of the CRM, or somebody still unknown.';
COMMENT ON COLUMN public.plan_buying_centre_member.name IS 'Name as the CRM last gave it, or what is known of a person still unknown.';
COMMENT ON COLUMN public.plan_buying_centre_member.contact IS 'The contact in the CRM; empty while the person is unknown.';
COMMENT ON COLUMN public.plan_buying_centre_member.account_ IS 'The account the contact stood at when last taken from the CRM; only there is his absence news.';
COMMENT ON COLUMN public.plan_buying_centre_member."position" IS 'Job title as the CRM last gave it, or as far as it is known.';
COMMENT ON COLUMN public.plan_buying_centre_member.role IS 'Official part in the decision.';
COMMENT ON COLUMN public.plan_buying_centre_member.unofficial_role IS 'What the person really does for the decision.';
COMMENT ON COLUMN public.plan_buying_centre_member.type IS 'Point of view from which the person looks at the topic.';
COMMENT ON COLUMN public.plan_buying_centre_member.decides IS 'Opportunities this person decides.';
COMMENT ON COLUMN public.plan_buying_centre_member.lead IS 'The one of us who leads the relationship.';
COMMENT ON COLUMN public.plan_buying_centre_member.source IS 'Where we know the person from.';
COMMENT ON COLUMN public.plan_buying_centre_member.left_on IS 'Since when the person is no longer there, as far as we know.';
COMMENT ON COLUMN public.plan_buying_centre_member.notes IS 'Internal notes; left out of what the customer gets.';
CREATE VIEW public.plan_cell AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'area'::text) AS area,
    (plan_record.fields ->> 'offering'::text) AS offering,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields ->> 'levelReason'::text) AS level_reason,
    (plan_record.fields ->> 'levelSetBy'::text) AS level_set_by,
        CASE
            WHEN ((plan_record.fields ->> 'levelSetAt'::text) ~ '^\d{4}-\d\d-\d\dT.*Z$'::text) THEN ((plan_record.fields ->> 'levelSetAt'::text))::timestamp with time zone
            ELSE NULL::timestamp with time zone
        END AS level_set_at,
    (plan_record.fields ->> 'makesSense'::text) AS makes_sense,
    (plan_record.fields ->> 'proposed'::text) AS proposed,
    (plan_record.fields ->> 'absenceReason'::text) AS absence_reason,
    (plan_record.fields ->> 'absenceNote'::text) AS absence_note,
    (plan_record.fields ->> 'competitor'::text) AS competitor,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'potential'::text)) = 'object'::text) THEN (((plan_record.fields -> 'potential'::text) ->> 'amount'::text))::numeric
            ELSE NULL::numeric
        END AS potential,
    ((plan_record.fields -> 'potential'::text) ->> 'currency'::text) AS potential_currency,
    (plan_record.fields ->> 'nextStep'::text) AS next_step,
    (plan_record.fields ->> 'nextStepOwner'::text) AS next_step_owner,
        CASE
            WHEN ((plan_record.fields ->> 'nextStepDue'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'nextStepDue'::text))::date
            ELSE NULL::date
        END AS next_step_due,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'nextStepDone'::text)) = 'boolean'::text) THEN ((plan_record.fields ->> 'nextStepDone'::text))::boolean
            ELSE NULL::boolean
        END AS next_step_done,
    (plan_record.fields -> 'opportunities'::text) AS opportunities,
    (plan_record.fields ->> 'notes'::text) AS notes,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'cell'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_cell IS 'What we know and plan about one offering in one area of the customer.';
COMMENT ON COLUMN public.plan_cell.area IS 'The customer''s area.';
COMMENT ON COLUMN public.plan_cell.offering IS 'Our offering.';
COMMENT ON COLUMN public.plan_cell.level IS 'Level set by hand. It wins over the derived level until it is handed back.';
COMMENT ON COLUMN public.plan_cell.level_reason IS 'Why the level was set by hand, or why the offering is not possible here.';
COMMENT ON COLUMN public.plan_cell.level_set_by IS 'Who set the level by hand.';
COMMENT ON COLUMN public.plan_cell.level_set_at IS 'When the level was set by hand.';
COMMENT ON COLUMN public.plan_cell.makes_sense IS 'Would the offering make sense in this area?';
COMMENT ON COLUMN public.plan_cell.proposed IS 'Have we proposed it already?';
COMMENT ON COLUMN public.plan_cell.absence_reason IS 'Why the area does not buy it.';
COMMENT ON COLUMN public.plan_cell.absence_note IS 'What stands behind the reason for absence.';
COMMENT ON COLUMN public.plan_cell.competitor IS 'Who serves the area instead of us.';
COMMENT ON COLUMN public.plan_cell.potential IS 'What the area could buy in a year.';
COMMENT ON COLUMN public.plan_cell.potential_currency IS 'What the area could buy in a year.';
COMMENT ON COLUMN public.plan_cell.next_step IS 'What happens next.';
COMMENT ON COLUMN public.plan_cell.next_step_owner IS 'Who does it.';
COMMENT ON COLUMN public.plan_cell.next_step_due IS 'By when.';
COMMENT ON COLUMN public.plan_cell.next_step_done IS 'It is done.';
COMMENT ON COLUMN public.plan_cell.opportunities IS 'Opportunities started from or linked to this cell.';
COMMENT ON COLUMN public.plan_cell.notes IS 'Notes for the team.';
CREATE TABLE public.plan_change (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    version integer NOT NULL,
    "position" integer NOT NULL,
    record text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL,
    revision integer NOT NULL,
    schema integer NOT NULL,
    before jsonb,
    after jsonb,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.plan_commit (
    tenant text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    content text NOT NULL,
    version integer NOT NULL
);
CREATE VIEW public.plan_core_message AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'sweetSpot'::text) AS sweet_spot,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'statement'::text) AS statement,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'version'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'version'::text))::numeric
            ELSE NULL::numeric
        END AS version,
    (plan_record.fields ->> 'remembered'::text) AS remembered,
    (plan_record.fields ->> 'passedOn'::text) AS passed_on,
    (plan_record.fields ->> 'language'::text) AS language,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'core-message'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_core_message IS 'A sweet spot told in the customer’s words: how what we offer supports his strategy.';
COMMENT ON COLUMN public.plan_core_message.sweet_spot IS 'The sweet spot it tells.';
COMMENT ON COLUMN public.plan_core_message.level IS 'The level it speaks to.';
COMMENT ON COLUMN public.plan_core_message.member IS 'The person it speaks to, if one.';
COMMENT ON COLUMN public.plan_core_message.statement IS 'The message, in the customer’s words.';
COMMENT ON COLUMN public.plan_core_message.version IS 'Counts the wordings, from 1.';
COMMENT ON COLUMN public.plan_core_message.remembered IS 'Is this the statement the contact should remember?';
COMMENT ON COLUMN public.plan_core_message.passed_on IS 'Could the contact pass it on to his boss?';
COMMENT ON COLUMN public.plan_core_message.language IS 'Language of the message, as a code: en, de, id.';
COMMENT ON COLUMN public.plan_core_message."order" IS 'Place among the messages of its level, ascending.';
CREATE VIEW public.plan_dismissed_match AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'customerInsight'::text) AS customer_insight,
    (plan_record.fields ->> 'providerInsight'::text) AS provider_insight,
    (plan_record.fields ->> 'reason'::text) AS reason,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'dismissed-match'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_dismissed_match IS 'A suggested match somebody found wrong; it is not suggested again.';
COMMENT ON COLUMN public.plan_dismissed_match.customer_insight IS 'The customer’s insight.';
COMMENT ON COLUMN public.plan_dismissed_match.provider_insight IS 'Ours.';
COMMENT ON COLUMN public.plan_dismissed_match.reason IS 'Why they do not belong together.';
CREATE VIEW public.plan_dismissed_tie AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'tie'::text) AS tie,
    (plan_record.fields ->> 'statement'::text) AS statement,
    (plan_record.fields ->> 'reason'::text) AS reason,
    (plan_record.fields ->> 'note'::text) AS note,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'dismissed-tie'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_dismissed_tie IS 'A relation of a source that somebody found wrong; it counts for nothing in this plan.';
COMMENT ON COLUMN public.plan_dismissed_tie.tie IS 'The relation, as its source knows it.';
COMMENT ON COLUMN public.plan_dismissed_tie.statement IS 'The relation in words, on the day it was dismissed.';
COMMENT ON COLUMN public.plan_dismissed_tie.reason IS 'What is wrong with it.';
COMMENT ON COLUMN public.plan_dismissed_tie.note IS 'What is wrong with it, in words.';
CREATE VIEW public.plan_grid_layout AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields -> 'offeringOrder'::text) AS offering_order,
    (plan_record.fields -> 'hiddenOfferings'::text) AS hidden_offerings,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'grid-layout'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_grid_layout IS 'How one account''s white-space grid arranges the company''s offerings.';
COMMENT ON COLUMN public.plan_grid_layout.offering_order IS 'Offerings in the order chosen for this account; those not named follow in the library''s order.';
COMMENT ON COLUMN public.plan_grid_layout.hidden_offerings IS 'Offerings not shown for this account.';
CREATE VIEW public.plan_insight AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields ->> 'side'::text) AS side,
    (plan_record.fields ->> 'kind'::text) AS kind,
    (plan_record.fields ->> 'statement'::text) AS statement,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'teamMember'::text) AS team_member,
    (plan_record.fields ->> 'sourceKind'::text) AS source_kind,
    (plan_record.fields ->> 'toldBy'::text) AS told_by,
    (plan_record.fields ->> 'sourceLink'::text) AS source_link,
        CASE
            WHEN ((plan_record.fields ->> 'sourceDate'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'sourceDate'::text))::date
            ELSE NULL::date
        END AS source_date,
    (plan_record.fields ->> 'confidence'::text) AS confidence,
    (plan_record.fields ->> 'state'::text) AS state,
    (plan_record.fields ->> 'stateBy'::text) AS state_by,
        CASE
            WHEN ((plan_record.fields ->> 'stateAt'::text) ~ '^\d{4}-\d\d-\d\dT.*Z$'::text) THEN ((plan_record.fields ->> 'stateAt'::text))::timestamp with time zone
            ELSE NULL::timestamp with time zone
        END AS state_at,
    (plan_record.fields ->> 'copiedFrom'::text) AS copied_from,
    (plan_record.fields ->> 'answerTo'::text) AS answer_to,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'internal'::text)) = 'boolean'::text) THEN ((plan_record.fields ->> 'internal'::text))::boolean
            ELSE NULL::boolean
        END AS internal,
    (plan_record.fields ->> 'notes'::text) AS notes,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'insight'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_insight IS 'One statement about the strategy, a target or a challenge of one side on one level.';
COMMENT ON COLUMN public.plan_insight.level IS 'The level it stands on.';
COMMENT ON COLUMN public.plan_insight.side IS 'Whose it is: the customer’s or ours.';
COMMENT ON COLUMN public.plan_insight.kind IS 'Strategy, target or challenge.';
COMMENT ON COLUMN public.plan_insight.statement IS 'What we know, in the words of the side it is about.';
COMMENT ON COLUMN public.plan_insight."order" IS 'Place within its cell, ascending.';
COMMENT ON COLUMN public.plan_insight.member IS 'On the person level: the person at the customer.';
COMMENT ON COLUMN public.plan_insight.team_member IS 'On the person level: the one of us.';
COMMENT ON COLUMN public.plan_insight.source_kind IS 'What kind of source it comes from.';
COMMENT ON COLUMN public.plan_insight.told_by IS 'Who told us, or where it stands.';
COMMENT ON COLUMN public.plan_insight.source_link IS 'Address of the source.';
COMMENT ON COLUMN public.plan_insight.source_date IS 'When it was said or published.';
COMMENT ON COLUMN public.plan_insight.confidence IS 'How sure we are.';
COMMENT ON COLUMN public.plan_insight.state IS 'Unconfirmed, confirmed by the customer, or done with.';
COMMENT ON COLUMN public.plan_insight.state_by IS 'Who set the state.';
COMMENT ON COLUMN public.plan_insight.state_at IS 'When the state was set.';
COMMENT ON COLUMN public.plan_insight.copied_from IS 'The insight of the library this is a copy of; later changes there do not change it.';
COMMENT ON COLUMN public.plan_insight.answer_to IS 'The question whose answer it is.';
COMMENT ON COLUMN public.plan_insight.internal IS 'For us only: left out of what the customer gets.';
COMMENT ON COLUMN public.plan_insight.notes IS 'Internal notes; left out of what the customer gets.';
CREATE VIEW public.plan_insight_link AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'lower'::text) AS lower,
    (plan_record.fields ->> 'upper'::text) AS upper,
    (plan_record.fields ->> 'kind'::text) AS kind,
    (plan_record.fields ->> 'explanation'::text) AS explanation,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'insight-link'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_insight_link IS 'How an insight of a lower level stands to one of a higher level. Read upwards it answers “why?”, downwards “what does that mean?”.';
COMMENT ON COLUMN public.plan_insight_link.lower IS 'The insight on the lower level.';
COMMENT ON COLUMN public.plan_insight_link.upper IS 'The insight on the higher level.';
COMMENT ON COLUMN public.plan_insight_link.kind IS 'The lower one serves the upper one, or the two are in conflict.';
COMMENT ON COLUMN public.plan_insight_link.explanation IS 'Why so, above all for a conflict.';
CREATE VIEW public.plan_introduction AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'target'::text) AS target,
    (plan_record.fields ->> 'targetName'::text) AS target_name,
    (plan_record.fields ->> 'targetContact'::text) AS target_contact,
    (plan_record.fields ->> 'starter'::text) AS starter,
    (plan_record.fields ->> 'goBetween'::text) AS go_between,
    (plan_record.fields ->> 'goBetweenName'::text) AS go_between_name,
    (plan_record.fields -> 'way'::text) AS way,
    (plan_record.fields -> 'wayNames'::text) AS way_names,
    (plan_record.fields ->> 'grounds'::text) AS grounds,
    (plan_record.fields ->> 'cell'::text) AS cell,
    (plan_record.fields ->> 'partner'::text) AS partner,
    (plan_record.fields ->> 'occasion'::text) AS occasion,
    (plan_record.fields ->> 'state'::text) AS state,
        CASE
            WHEN ((plan_record.fields ->> 'stateDate'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'stateDate'::text))::date
            ELSE NULL::date
        END AS state_date,
        CASE
            WHEN ((plan_record.fields ->> 'askedOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'askedOn'::text))::date
            ELSE NULL::date
        END AS asked_on,
        CASE
            WHEN ((plan_record.fields ->> 'agreedOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'agreedOn'::text))::date
            ELSE NULL::date
        END AS agreed_on,
        CASE
            WHEN ((plan_record.fields ->> 'targetAgreedOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'targetAgreedOn'::text))::date
            ELSE NULL::date
        END AS target_agreed_on,
    (plan_record.fields ->> 'targetAgreedNote'::text) AS target_agreed_note,
        CASE
            WHEN ((plan_record.fields ->> 'madeOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'madeOn'::text))::date
            ELSE NULL::date
        END AS made_on,
    (plan_record.fields ->> 'consent'::text) AS consent,
        CASE
            WHEN ((plan_record.fields ->> 'consentOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'consentOn'::text))::date
            ELSE NULL::date
        END AS consent_on,
    (plan_record.fields ->> 'consentNote'::text) AS consent_note,
    (plan_record.fields ->> 'notUsableBecause'::text) AS not_usable_because,
    (plan_record.fields ->> 'notUsableNote'::text) AS not_usable_note,
    (plan_record.fields ->> 'requestText'::text) AS request_text,
    (plan_record.fields ->> 'requestLanguage'::text) AS request_language,
        CASE
            WHEN ((plan_record.fields ->> 'nextStepDue'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'nextStepDue'::text))::date
            ELSE NULL::date
        END AS next_step_due,
    (plan_record.fields ->> 'task'::text) AS task,
    (plan_record.fields ->> 'outcome'::text) AS outcome,
    (plan_record.fields ->> 'outcomeNote'::text) AS outcome_note,
    (plan_record.fields ->> 'opportunity'::text) AS opportunity,
        CASE
            WHEN ((plan_record.fields ->> 'feedbackOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'feedbackOn'::text))::date
            ELSE NULL::date
        END AS feedback_on,
    (plan_record.fields ->> 'feedbackNote'::text) AS feedback_note,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'introduction'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_introduction IS 'An introduction to somebody at the customer: over whom, why we believe in the way, who agreed and what came of it.';
COMMENT ON COLUMN public.plan_introduction.target IS 'Whom we want to meet, as the relations know the person.';
COMMENT ON COLUMN public.plan_introduction.target_name IS 'Whom we want to meet, by name.';
COMMENT ON COLUMN public.plan_introduction.target_contact IS 'The same person in the CRM, if there.';
COMMENT ON COLUMN public.plan_introduction.starter IS 'Who of us asks.';
COMMENT ON COLUMN public.plan_introduction.go_between IS 'Who introduces us, as the relations know the person.';
COMMENT ON COLUMN public.plan_introduction.go_between_name IS 'Who introduces us, by name.';
COMMENT ON COLUMN public.plan_introduction.way IS 'The people from ours to the target, in this order.';
COMMENT ON COLUMN public.plan_introduction.way_names IS 'The names of the people from ours to the target, in this order.';
COMMENT ON COLUMN public.plan_introduction.grounds IS 'Why the way was believed in, in words, on the day it was started.';
COMMENT ON COLUMN public.plan_introduction.cell IS 'The white-space cell it is for.';
COMMENT ON COLUMN public.plan_introduction.partner IS 'The referral partner who introduces us, if one.';
COMMENT ON COLUMN public.plan_introduction.occasion IS 'Why we want to meet the person.';
COMMENT ON COLUMN public.plan_introduction.state IS 'How far it is.';
COMMENT ON COLUMN public.plan_introduction.state_date IS 'Since when it is so far.';
COMMENT ON COLUMN public.plan_introduction.asked_on IS 'When the go-between was asked.';
COMMENT ON COLUMN public.plan_introduction.agreed_on IS 'When the go-between agreed.';
COMMENT ON COLUMN public.plan_introduction.target_agreed_on IS 'When the target agreed to be introduced.';
COMMENT ON COLUMN public.plan_introduction.target_agreed_note IS 'How the target agreed: in whose words, by which way.';
COMMENT ON COLUMN public.plan_introduction.made_on IS 'When the introduction was made.';
COMMENT ON COLUMN public.plan_introduction.consent IS 'What the go-between said to this request.';
COMMENT ON COLUMN public.plan_introduction.consent_on IS 'When he said so.';
COMMENT ON COLUMN public.plan_introduction.consent_note IS 'How he said so: in which words, by which way.';
COMMENT ON COLUMN public.plan_introduction.not_usable_because IS 'Why this way cannot be used.';
COMMENT ON COLUMN public.plan_introduction.not_usable_note IS 'Why this way cannot be used, in words.';
COMMENT ON COLUMN public.plan_introduction.request_text IS 'What we ask of the go-between.';
COMMENT ON COLUMN public.plan_introduction.request_language IS 'Language of the request, as a code: en, de, id.';
COMMENT ON COLUMN public.plan_introduction.next_step_due IS 'Until when the next step is to be done.';
COMMENT ON COLUMN public.plan_introduction.task IS 'The task in the CRM for the next step.';
COMMENT ON COLUMN public.plan_introduction.outcome IS 'What came of it.';
COMMENT ON COLUMN public.plan_introduction.outcome_note IS 'What came of it, in words.';
COMMENT ON COLUMN public.plan_introduction.opportunity IS 'The opportunity that came of it.';
COMMENT ON COLUMN public.plan_introduction.feedback_on IS 'When the go-between was told what came of it.';
COMMENT ON COLUMN public.plan_introduction.feedback_note IS 'What the go-between was told, and what he said.';
CREATE VIEW public.plan_knowledge_gap AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'question'::text) AS question,
    (plan_record.fields ->> 'cell'::text) AS cell,
    (plan_record.fields ->> 'owner'::text) AS owner,
        CASE
            WHEN ((plan_record.fields ->> 'due'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'due'::text))::date
            ELSE NULL::date
        END AS due,
    (plan_record.fields ->> 'answer'::text) AS answer,
    (plan_record.fields ->> 'source'::text) AS source,
        CASE
            WHEN ((plan_record.fields ->> 'answeredOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'answeredOn'::text))::date
            ELSE NULL::date
        END AS answered_on,
    (plan_record.fields ->> 'answeredBy'::text) AS answered_by,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields ->> 'side'::text) AS side,
    (plan_record.fields ->> 'kind'::text) AS kind,
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'bankQuestion'::text) AS bank_question,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'knowledge-gap'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_knowledge_gap IS 'Something we do not know yet: a question, who asks it, and later the answer with its source.';
COMMENT ON COLUMN public.plan_knowledge_gap.question IS 'What we want to know.';
COMMENT ON COLUMN public.plan_knowledge_gap.cell IS 'The white-space cell it is about.';
COMMENT ON COLUMN public.plan_knowledge_gap.owner IS 'Who finds out.';
COMMENT ON COLUMN public.plan_knowledge_gap.due IS 'By when, for example the next meeting.';
COMMENT ON COLUMN public.plan_knowledge_gap.answer IS 'What we learnt.';
COMMENT ON COLUMN public.plan_knowledge_gap.source IS 'Who or what told us.';
COMMENT ON COLUMN public.plan_knowledge_gap.answered_on IS 'When we learnt it.';
COMMENT ON COLUMN public.plan_knowledge_gap.answered_by IS 'Who of us brought the answer.';
COMMENT ON COLUMN public.plan_knowledge_gap.level IS 'The level of the strategy comparison it stands on.';
COMMENT ON COLUMN public.plan_knowledge_gap.side IS 'Whose strategy it asks about.';
COMMENT ON COLUMN public.plan_knowledge_gap.kind IS 'What is not known: a strategy, a target or a challenge.';
COMMENT ON COLUMN public.plan_knowledge_gap.member IS 'The person it is about or to be asked of.';
COMMENT ON COLUMN public.plan_knowledge_gap.bank_question IS 'Key of the question in the question bank it began with.';
CREATE VIEW public.plan_lexicon_term AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'term'::text) AS term,
    (plan_record.fields -> 'ourWords'::text) AS our_words,
    (plan_record.fields ->> 'meaning'::text) AS meaning,
    (plan_record.fields ->> 'note'::text) AS note,
    (plan_record.fields ->> 'language'::text) AS language,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'lexicon-term'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_lexicon_term IS 'A word of the customer’s own, and the words of ours it should replace.';
COMMENT ON COLUMN public.plan_lexicon_term.term IS 'The word the customer uses.';
COMMENT ON COLUMN public.plan_lexicon_term.our_words IS 'Words of ours for the same thing, not to be used here.';
COMMENT ON COLUMN public.plan_lexicon_term.meaning IS 'What the customer means by it.';
COMMENT ON COLUMN public.plan_lexicon_term.note IS 'Where the customer said it.';
COMMENT ON COLUMN public.plan_lexicon_term.language IS 'Language of the word, as a code: en, de, id.';
CREATE VIEW public.plan_meeting_sheet AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'internalContact'::text) AS internal_contact,
    (plan_record.fields ->> 'colleagues'::text) AS colleagues,
    (plan_record.fields ->> 'reason'::text) AS reason,
    (plan_record.fields -> 'messages'::text) AS messages,
    (plan_record.fields ->> 'keyMessages'::text) AS key_messages,
    (plan_record.fields -> 'questions'::text) AS questions,
    (plan_record.fields ->> 'avoid'::text) AS avoid,
        CASE
            WHEN ((plan_record.fields ->> 'meetingDate'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'meetingDate'::text))::date
            ELSE NULL::date
        END AS meeting_date,
    (plan_record.fields ->> 'status'::text) AS status,
    (plan_record.fields ->> 'statusNote'::text) AS status_note,
        CASE
            WHEN ((plan_record.fields ->> 'statusDate'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'statusDate'::text))::date
            ELSE NULL::date
        END AS status_date,
    (plan_record.fields ->> 'result'::text) AS result,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'meeting-sheet'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_meeting_sheet IS 'One visit: whom we meet, who of us goes, why, what to say, what to ask and what to avoid.';
COMMENT ON COLUMN public.plan_meeting_sheet.member IS 'Whom we meet.';
COMMENT ON COLUMN public.plan_meeting_sheet.internal_contact IS 'Who of us sees to it.';
COMMENT ON COLUMN public.plan_meeting_sheet.colleagues IS 'Others of us who go along and are no users of the CRM, by name.';
COMMENT ON COLUMN public.plan_meeting_sheet.reason IS 'Reason for the meeting.';
COMMENT ON COLUMN public.plan_meeting_sheet.messages IS 'Core messages to place.';
COMMENT ON COLUMN public.plan_meeting_sheet.key_messages IS 'Key messages in other words, or for this visit only.';
COMMENT ON COLUMN public.plan_meeting_sheet.questions IS 'What to ask: knowledge gaps to close.';
COMMENT ON COLUMN public.plan_meeting_sheet.avoid IS 'Topics to avoid.';
COMMENT ON COLUMN public.plan_meeting_sheet.meeting_date IS 'When we meet.';
COMMENT ON COLUMN public.plan_meeting_sheet.status IS 'How far it is.';
COMMENT ON COLUMN public.plan_meeting_sheet.status_note IS 'The status in words.';
COMMENT ON COLUMN public.plan_meeting_sheet.status_date IS 'From when the status is.';
COMMENT ON COLUMN public.plan_meeting_sheet.result IS 'What came of the meeting, besides the answers.';
CREATE VIEW public.plan_member_rating AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'rater'::text) AS rater,
        CASE
            WHEN ((plan_record.fields ->> 'ratedOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'ratedOn'::text))::date
            ELSE NULL::date
        END AS rated_on,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'relationship'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'relationship'::text))::numeric
            ELSE NULL::numeric
        END AS relationship,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'influence'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'influence'::text))::numeric
            ELSE NULL::numeric
        END AS influence,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'power'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'power'::text))::numeric
            ELSE NULL::numeric
        END AS power,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'interest'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'interest'::text))::numeric
            ELSE NULL::numeric
        END AS interest,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'member-rating'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_member_rating IS 'How one of us rates one person of the buying centre. Ratings that differ are shown, never averaged away.';
COMMENT ON COLUMN public.plan_member_rating.member IS 'The person rated.';
COMMENT ON COLUMN public.plan_member_rating.rater IS 'Who rates.';
COMMENT ON COLUMN public.plan_member_rating.rated_on IS 'When.';
COMMENT ON COLUMN public.plan_member_rating.relationship IS 'From -2 (against us) to 2 (for us).';
COMMENT ON COLUMN public.plan_member_rating.influence IS 'From 1 (little) to 3 (much).';
COMMENT ON COLUMN public.plan_member_rating.power IS 'Power over the decision, from 0 to 10.';
COMMENT ON COLUMN public.plan_member_rating.interest IS 'Interest in the topic, not in us, from 0 to 10.';
CREATE TABLE public.plan_merge (
    tenant text NOT NULL,
    kept text NOT NULL COLLATE pg_catalog."C",
    gone text NOT NULL COLLATE pg_catalog."C",
    merged_at timestamp with time zone NOT NULL,
    shown text NOT NULL,
    decided_at timestamp with time zone,
    decided_by text,
    CONSTRAINT plan_merge_shown_check CHECK ((shown = ANY (ARRAY['kept'::text, 'gone'::text])))
);
CREATE VIEW public.plan_message_reader AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'message'::text) AS message,
    (plan_record.fields ->> 'teamMember'::text) AS team_member,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'department'::text) AS department,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'confirmedVersion'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'confirmedVersion'::text))::numeric
            ELSE NULL::numeric
        END AS confirmed_version,
        CASE
            WHEN ((plan_record.fields ->> 'confirmedAt'::text) ~ '^\d{4}-\d\d-\d\dT.*Z$'::text) THEN ((plan_record.fields ->> 'confirmedAt'::text))::timestamp with time zone
            ELSE NULL::timestamp with time zone
        END AS confirmed_at,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'message-reader'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_message_reader IS 'Somebody of ours who must know a core message, in sales or outside it, and whether he has confirmed knowing it.';
COMMENT ON COLUMN public.plan_message_reader.message IS 'The message.';
COMMENT ON COLUMN public.plan_message_reader.team_member IS 'Who must know it.';
COMMENT ON COLUMN public.plan_message_reader.name IS 'Who must know it, where the person is no user of the CRM.';
COMMENT ON COLUMN public.plan_message_reader.department IS 'Where the person works: service, maintenance, project management.';
COMMENT ON COLUMN public.plan_message_reader.confirmed_version IS 'The wording the person confirmed knowing; an older one than the message’s means: again.';
COMMENT ON COLUMN public.plan_message_reader.confirmed_at IS 'When it was confirmed.';
CREATE VIEW public.plan_offering AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'parent'::text) AS parent,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    (plan_record.fields -> 'products'::text) AS products,
    (plan_record.fields -> 'terms'::text) AS terms,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'retired'::text)) = 'boolean'::text) THEN ((plan_record.fields ->> 'retired'::text))::boolean
            ELSE NULL::boolean
        END AS retired,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'offering'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_offering IS 'Something we sell: a product, a service or a group of them. The library holds the company''s; a plan may add its own.';
COMMENT ON COLUMN public.plan_offering.name IS 'Name as the customer would hear it.';
COMMENT ON COLUMN public.plan_offering.parent IS 'The group above.';
COMMENT ON COLUMN public.plan_offering."order" IS 'Place among its siblings, ascending.';
COMMENT ON COLUMN public.plan_offering.products IS 'Products of the CRM''s catalogue that count as this offering.';
COMMENT ON COLUMN public.plan_offering.terms IS 'Words in a deal''s name or product text that mean this offering, used where deals have no line items.';
COMMENT ON COLUMN public.plan_offering.retired IS 'No longer sold: kept for the history, hidden from new plans.';
CREATE VIEW public.plan_own_insight AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields ->> 'kind'::text) AS kind,
    (plan_record.fields ->> 'statement'::text) AS statement,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    (plan_record.fields ->> 'sourceLink'::text) AS source_link,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'internal'::text)) = 'boolean'::text) THEN ((plan_record.fields ->> 'internal'::text))::boolean
            ELSE NULL::boolean
        END AS internal,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'retired'::text)) = 'boolean'::text) THEN ((plan_record.fields ->> 'retired'::text))::boolean
            ELSE NULL::boolean
        END AS retired,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'own-insight'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_own_insight IS 'A statement about our own strategy, the same for all customers. Plans hold copies of what is said to one customer.';
COMMENT ON COLUMN public.plan_own_insight.level IS 'The level it stands on.';
COMMENT ON COLUMN public.plan_own_insight.kind IS 'Strategy, target or challenge.';
COMMENT ON COLUMN public.plan_own_insight.statement IS 'What we want or do.';
COMMENT ON COLUMN public.plan_own_insight."order" IS 'Place within its cell, ascending.';
COMMENT ON COLUMN public.plan_own_insight.source_link IS 'Where it is written.';
COMMENT ON COLUMN public.plan_own_insight.internal IS 'For us only: left out of what the customer gets.';
COMMENT ON COLUMN public.plan_own_insight.retired IS 'No longer our strategy: kept for the history, not offered to new boards.';
CREATE VIEW public.plan_perspective AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'perspective'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_perspective IS 'One way to divide a customer into areas: business areas, regions, countries, destinations. Evidence and roll-ups never cross perspectives.';
COMMENT ON COLUMN public.plan_perspective.name IS 'What the areas of this perspective are.';
COMMENT ON COLUMN public.plan_perspective."order" IS 'Place among the perspectives, ascending.';
CREATE VIEW public.plan_proof AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'statement'::text) AS statement,
    (plan_record.fields ->> 'kind'::text) AS kind,
    (plan_record.fields ->> 'owner'::text) AS owner,
        CASE
            WHEN ((plan_record.fields ->> 'provenOn'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'provenOn'::text))::date
            ELSE NULL::date
        END AS proven_on,
        CASE
            WHEN ((plan_record.fields ->> 'validUntil'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'validUntil'::text))::date
            ELSE NULL::date
        END AS valid_until,
    (plan_record.fields ->> 'permission'::text) AS permission,
    (plan_record.fields ->> 'account'::text) AS account_,
    (plan_record.fields ->> 'opportunity'::text) AS opportunity,
    (plan_record.fields -> 'offerings'::text) AS offerings,
    (plan_record.fields ->> 'link'::text) AS link,
    (plan_record.fields ->> 'notes'::text) AS notes,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'proof'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_proof IS 'A fact that shows a promise can be kept. The library holds the company’s; a plan may add its own.';
COMMENT ON COLUMN public.plan_proof.name IS 'What it is called in a list.';
COMMENT ON COLUMN public.plan_proof.statement IS 'The fact, as it may be told.';
COMMENT ON COLUMN public.plan_proof.kind IS 'What kind of fact.';
COMMENT ON COLUMN public.plan_proof.owner IS 'Who answers for it.';
COMMENT ON COLUMN public.plan_proof.proven_on IS 'When it was so.';
COMMENT ON COLUMN public.plan_proof.valid_until IS 'Until when it may be used.';
COMMENT ON COLUMN public.plan_proof.permission IS 'May it be told to a customer?';
COMMENT ON COLUMN public.plan_proof.account_ IS 'The customer it was proven at.';
COMMENT ON COLUMN public.plan_proof.opportunity IS 'The won opportunity behind it.';
COMMENT ON COLUMN public.plan_proof.offerings IS 'Offerings it speaks for.';
COMMENT ON COLUMN public.plan_proof.link IS 'Where it can be read.';
COMMENT ON COLUMN public.plan_proof.notes IS 'Internal notes; left out of what the customer gets.';
CREATE TABLE public.plan_read (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    by text NOT NULL,
    hour timestamp with time zone NOT NULL
);
CREATE TABLE public.plan_reference (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL,
    target text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW public.plan_referral_partner AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'person'::text) AS person,
    (plan_record.fields ->> 'contact'::text) AS contact,
    (plan_record.fields ->> 'multiplies'::text) AS multiplies,
    (plan_record.fields ->> 'owner'::text) AS owner,
    (plan_record.fields ->> 'status'::text) AS status,
        CASE
            WHEN ((plan_record.fields ->> 'lastContact'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'lastContact'::text))::date
            ELSE NULL::date
        END AS last_contact,
    (plan_record.fields -> 'searchProfiles'::text) AS search_profiles,
    (plan_record.fields ->> 'notes'::text) AS notes,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'referral-partner'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_referral_partner IS 'A person who meets many who could need us, and recommends us to them.';
COMMENT ON COLUMN public.plan_referral_partner.name IS 'Name of the person.';
COMMENT ON COLUMN public.plan_referral_partner.person IS 'The same person, as the relations know him.';
COMMENT ON COLUMN public.plan_referral_partner.contact IS 'The same person in the CRM, if there.';
COMMENT ON COLUMN public.plan_referral_partner.multiplies IS 'Whom the partner meets who could need us.';
COMMENT ON COLUMN public.plan_referral_partner.owner IS 'Who of us keeps in touch.';
COMMENT ON COLUMN public.plan_referral_partner.status IS 'How far the partnership is.';
COMMENT ON COLUMN public.plan_referral_partner.last_contact IS 'When we last talked.';
COMMENT ON COLUMN public.plan_referral_partner.search_profiles IS 'Whom the partner looks out for.';
COMMENT ON COLUMN public.plan_referral_partner.notes IS 'Internal notes.';
CREATE VIEW public.plan_relation_rules AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'board'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'board'::text))::numeric
            ELSE NULL::numeric
        END AS board,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'shareholder'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'shareholder'::text))::numeric
            ELSE NULL::numeric
        END AS shareholder,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'employer'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'employer'::text))::numeric
            ELSE NULL::numeric
        END AS employer,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'club'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'club'::text))::numeric
            ELSE NULL::numeric
        END AS club,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'chamber'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'chamber'::text))::numeric
            ELSE NULL::numeric
        END AS chamber,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'colleague'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'colleague'::text))::numeric
            ELSE NULL::numeric
        END AS colleague,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'crmContact'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'crmContact'::text))::numeric
            ELSE NULL::numeric
        END AS crm_contact,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'meeting'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'meeting'::text))::numeric
            ELSE NULL::numeric
        END AS meeting,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'smallBody'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'smallBody'::text))::numeric
            ELSE NULL::numeric
        END AS small_body,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'largestBody'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'largestBody'::text))::numeric
            ELSE NULL::numeric
        END AS largest_body,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'apart'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'apart'::text))::numeric
            ELSE NULL::numeric
        END AS apart,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'unknownDates'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'unknownDates'::text))::numeric
            ELSE NULL::numeric
        END AS unknown_dates,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'halfLifeYears'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'halfLifeYears'::text))::numeric
            ELSE NULL::numeric
        END AS half_life_years,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'currentMonths'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'currentMonths'::text))::numeric
            ELSE NULL::numeric
        END AS current_months,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'coolingOffDays'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'coolingOffDays'::text))::numeric
            ELSE NULL::numeric
        END AS cooling_off_days,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'asksPerQuarter'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'asksPerQuarter'::text))::numeric
            ELSE NULL::numeric
        END AS asks_per_quarter,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'relation-rules'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_relation_rules IS 'The company''s rules for the strength of relations and for how often a go-between is asked.';
COMMENT ON COLUMN public.plan_relation_rules.board IS 'Strength (0 to 1) of sitting on one board.';
COMMENT ON COLUMN public.plan_relation_rules.shareholder IS 'Strength (0 to 1) of owning shares of one company.';
COMMENT ON COLUMN public.plan_relation_rules.employer IS 'Strength (0 to 1) of working for one employer.';
COMMENT ON COLUMN public.plan_relation_rules.club IS 'Strength (0 to 1) of belonging to one club or association.';
COMMENT ON COLUMN public.plan_relation_rules.chamber IS 'Strength (0 to 1) of belonging to one chamber, committee or public body.';
COMMENT ON COLUMN public.plan_relation_rules.colleague IS 'Strength (0 to 1) of being colleagues in our team.';
COMMENT ON COLUMN public.plan_relation_rules.crm_contact IS 'Strength (0 to 1) of one of ours being in touch with a contact of the CRM.';
COMMENT ON COLUMN public.plan_relation_rules.meeting IS 'Strength (0 to 1) of having met.';
COMMENT ON COLUMN public.plan_relation_rules.small_body IS 'Up to so many people all know each other.';
COMMENT ON COLUMN public.plan_relation_rules.largest_body IS 'Among more people nobody is taken to know anybody.';
COMMENT ON COLUMN public.plan_relation_rules.apart IS 'Factor where two people were never there at the same time.';
COMMENT ON COLUMN public.plan_relation_rules.unknown_dates IS 'Factor where the dates do not say whether they were.';
COMMENT ON COLUMN public.plan_relation_rules.half_life_years IS 'Years after the common time in which half of the strength is lost.';
COMMENT ON COLUMN public.plan_relation_rules.current_months IS 'A relation without an end counts as current so many months after it was last seen.';
COMMENT ON COLUMN public.plan_relation_rules.cooling_off_days IS 'The same person should not be asked again for so many days.';
COMMENT ON COLUMN public.plan_relation_rules.asks_per_quarter IS 'Nobody should be asked more often than this within three months.';
CREATE TABLE public.plan_scope (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    version integer NOT NULL,
    changed_at timestamp with time zone
);
CREATE VIEW public.plan_search_profile AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'whom'::text) AS whom,
    (plan_record.fields -> 'triggerPhrases'::text) AS trigger_phrases,
    (plan_record.fields -> 'offerings'::text) AS offerings,
    (plan_record.fields ->> 'example'::text) AS example,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'search-profile'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_search_profile IS 'Whom referral partners should think of: the company, the person, and what people say who need us.';
COMMENT ON COLUMN public.plan_search_profile.name IS 'What it is called in a list.';
COMMENT ON COLUMN public.plan_search_profile.whom IS 'Whom we look for, as one would tell a friend.';
COMMENT ON COLUMN public.plan_search_profile.trigger_phrases IS 'What somebody says who needs us.';
COMMENT ON COLUMN public.plan_search_profile.offerings IS 'What of ours it is about.';
COMMENT ON COLUMN public.plan_search_profile.example IS 'A customer for whom it went well, as it may be told.';
CREATE VIEW public.plan_step_review AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'step'::text) AS step,
    (plan_record.fields ->> 'reviewedBy'::text) AS reviewed_by,
        CASE
            WHEN ((plan_record.fields ->> 'reviewedAt'::text) ~ '^\d{4}-\d\d-\d\dT.*Z$'::text) THEN ((plan_record.fields ->> 'reviewedAt'::text))::timestamp with time zone
            ELSE NULL::timestamp with time zone
        END AS reviewed_at,
    (plan_record.fields ->> 'note'::text) AS note,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'step-review'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_step_review IS 'When somebody last looked through one step of the plan and found that it holds.';
COMMENT ON COLUMN public.plan_step_review.step IS 'The step.';
COMMENT ON COLUMN public.plan_step_review.reviewed_by IS 'Who looked through it.';
COMMENT ON COLUMN public.plan_step_review.reviewed_at IS 'When.';
COMMENT ON COLUMN public.plan_step_review.note IS 'What was found.';
CREATE VIEW public.plan_strategy_level AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'kind'::text) AS kind,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'strategy-level'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_strategy_level IS 'One level of the strategy comparison: the company, a business unit or project, a person. In the library it is the template new boards begin with.';
COMMENT ON COLUMN public.plan_strategy_level.name IS 'What the level is called at this customer.';
COMMENT ON COLUMN public.plan_strategy_level.kind IS 'What the statements on this level are about.';
COMMENT ON COLUMN public.plan_strategy_level."order" IS 'Place from the top, ascending.';
CREATE VIEW public.plan_sweet_spot AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields -> 'customerInsights'::text) AS customer_insights,
    (plan_record.fields -> 'providerInsights'::text) AS provider_insights,
    (plan_record.fields ->> 'explanation'::text) AS explanation,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'sweet-spot'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_sweet_spot IS 'Where the customer’s insights and ours meet on a level. Only what overlaps is relevant to the customer.';
COMMENT ON COLUMN public.plan_sweet_spot.level IS 'The level both sides meet on.';
COMMENT ON COLUMN public.plan_sweet_spot.customer_insights IS 'What the customer wants; one or more.';
COMMENT ON COLUMN public.plan_sweet_spot.provider_insights IS 'What of ours meets it; one or more.';
COMMENT ON COLUMN public.plan_sweet_spot.explanation IS 'Why the two belong together.';
COMMENT ON COLUMN public.plan_sweet_spot."order" IS 'Place on its level, ascending.';
CREATE VIEW public.plan_value_proposition AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'name'::text) AS name,
    (plan_record.fields ->> 'sweetSpot'::text) AS sweet_spot,
    (plan_record.fields ->> 'level'::text) AS level,
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'variantOf'::text) AS variant_of,
    (plan_record.fields ->> 'promise'::text) AS promise,
    (plan_record.fields ->> 'addedValue'::text) AS added_value,
    (plan_record.fields ->> 'delivery'::text) AS delivery,
    (plan_record.fields ->> 'proof'::text) AS proof,
    (plan_record.fields -> 'proofs'::text) AS proofs,
    (plan_record.fields -> 'offerings'::text) AS offerings,
    (plan_record.fields ->> 'language'::text) AS language,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'order'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'order'::text))::numeric
            ELSE NULL::numeric
        END AS "order",
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'value-proposition'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_value_proposition IS 'Promise, added value, delivery and proof, told for one sweet spot to one level or one person.';
COMMENT ON COLUMN public.plan_value_proposition.name IS 'What it is called in a list.';
COMMENT ON COLUMN public.plan_value_proposition.sweet_spot IS 'The sweet spot it rests on.';
COMMENT ON COLUMN public.plan_value_proposition.level IS 'The level it speaks to.';
COMMENT ON COLUMN public.plan_value_proposition.member IS 'The person it speaks to, if one.';
COMMENT ON COLUMN public.plan_value_proposition.variant_of IS 'The proposition it is another wording of.';
COMMENT ON COLUMN public.plan_value_proposition.promise IS 'First part: what the customer gets from us.';
COMMENT ON COLUMN public.plan_value_proposition.added_value IS 'Second part: what that is worth to him.';
COMMENT ON COLUMN public.plan_value_proposition.delivery IS 'Third part: how we keep the promise.';
COMMENT ON COLUMN public.plan_value_proposition.proof IS 'Fourth part: why he can believe it.';
COMMENT ON COLUMN public.plan_value_proposition.proofs IS 'The facts behind the fourth part, from the library or this plan.';
COMMENT ON COLUMN public.plan_value_proposition.offerings IS 'What of ours it is about.';
COMMENT ON COLUMN public.plan_value_proposition.language IS 'Language of the texts, as a code: en, de, id.';
COMMENT ON COLUMN public.plan_value_proposition."order" IS 'Place among the propositions, ascending.';
CREATE VIEW public.plan_voice_note AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
    (plan_record.fields ->> 'topic'::text) AS topic,
    (plan_record.fields ->> 'voice'::text) AS voice,
    (plan_record.fields ->> 'statement'::text) AS statement,
    (plan_record.fields ->> 'member'::text) AS member,
    (plan_record.fields ->> 'opportunity'::text) AS opportunity,
    (plan_record.fields ->> 'sourceKind'::text) AS source_kind,
    (plan_record.fields ->> 'source'::text) AS source,
    (plan_record.fields ->> 'sourceLink'::text) AS source_link,
        CASE
            WHEN ((plan_record.fields ->> 'sourceDate'::text) ~ '^\d{4}-\d\d-\d\d$'::text) THEN ((plan_record.fields ->> 'sourceDate'::text))::date
            ELSE NULL::date
        END AS source_date,
    (plan_record.fields ->> 'confirmedBy'::text) AS confirmed_by,
        CASE
            WHEN ((plan_record.fields ->> 'confirmedAt'::text) ~ '^\d{4}-\d\d-\d\dT.*Z$'::text) THEN ((plan_record.fields ->> 'confirmedAt'::text))::timestamp with time zone
            ELSE NULL::timestamp with time zone
        END AS confirmed_at,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'voice-note'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_voice_note IS 'Something the customer said himself, or the market says of him. The two are kept apart until the customer confirms.';
COMMENT ON COLUMN public.plan_voice_note.topic IS 'Which of the four fields it belongs to.';
COMMENT ON COLUMN public.plan_voice_note.voice IS 'Said by the customer, or heard from outside.';
COMMENT ON COLUMN public.plan_voice_note.statement IS 'What was said, as close to the words as possible.';
COMMENT ON COLUMN public.plan_voice_note.member IS 'Who said it.';
COMMENT ON COLUMN public.plan_voice_note.opportunity IS 'The deal won or lost it is about.';
COMMENT ON COLUMN public.plan_voice_note.source_kind IS 'What kind of source it comes from.';
COMMENT ON COLUMN public.plan_voice_note.source IS 'Who told us, or where it stands.';
COMMENT ON COLUMN public.plan_voice_note.source_link IS 'Address of the source.';
COMMENT ON COLUMN public.plan_voice_note.source_date IS 'When it was said or published.';
COMMENT ON COLUMN public.plan_voice_note.confirmed_by IS 'To whom the customer confirmed it.';
COMMENT ON COLUMN public.plan_voice_note.confirmed_at IS 'When the customer confirmed it.';
CREATE VIEW public.plan_white_space_rules AS
 SELECT plan_record.tenant,
        CASE
            WHEN (plan_record.scope = 'library'::text) THEN NULL::text
            ELSE substr(plan_record.scope, 9)
        END AS account,
    plan_record.id AS record_id,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'recentMonths'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'recentMonths'::text))::numeric
            ELSE NULL::numeric
        END AS recent_months,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'fadingMonths'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'fadingMonths'::text))::numeric
            ELSE NULL::numeric
        END AS fading_months,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'strongDeals'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'strongDeals'::text))::numeric
            ELSE NULL::numeric
        END AS strong_deals,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'strongShare'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'strongShare'::text))::numeric
            ELSE NULL::numeric
        END AS strong_share,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'assetsCount'::text)) = 'boolean'::text) THEN ((plan_record.fields ->> 'assetsCount'::text))::boolean
            ELSE NULL::boolean
        END AS assets_count,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'weightStrong'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'weightStrong'::text))::numeric
            ELSE NULL::numeric
        END AS weight_strong,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'weightPresent'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'weightPresent'::text))::numeric
            ELSE NULL::numeric
        END AS weight_present,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'weightWeak'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'weightWeak'::text))::numeric
            ELSE NULL::numeric
        END AS weight_weak,
        CASE
            WHEN (jsonb_typeof((plan_record.fields -> 'threshold'::text)) = 'number'::text) THEN ((plan_record.fields ->> 'threshold'::text))::numeric
            ELSE NULL::numeric
        END AS threshold,
    plan_record.revision,
    plan_record.created_by,
    plan_record.created_at,
    plan_record.updated_by,
    plan_record.updated_at
   FROM public.plan_record
  WHERE ((plan_record.type = 'white-space-rules'::text) AND (NOT plan_record.removed));
COMMENT ON VIEW public.plan_white_space_rules IS 'The company''s rules for levels and suggestions in white-space grids.';
COMMENT ON COLUMN public.plan_white_space_rules.recent_months IS 'A win counts as recent for so many months.';
COMMENT ON COLUMN public.plan_white_space_rules.fading_months IS 'A win counts as weak for so many months.';
COMMENT ON COLUMN public.plan_white_space_rules.strong_deals IS 'So many recent wins make a cell strong.';
COMMENT ON COLUMN public.plan_white_space_rules.strong_share IS 'Such a share (0 to 1) of the area''s won value makes a cell strong.';
COMMENT ON COLUMN public.plan_white_space_rules.assets_count IS 'An active asset makes a cell present.';
COMMENT ON COLUMN public.plan_white_space_rules.weight_strong IS 'Evidence a strong sister area gives.';
COMMENT ON COLUMN public.plan_white_space_rules.weight_present IS 'Evidence a present sister area gives.';
COMMENT ON COLUMN public.plan_white_space_rules.weight_weak IS 'Evidence a weak sister area gives.';
COMMENT ON COLUMN public.plan_white_space_rules.threshold IS 'Evidence from which a cell is suggested.';
CREATE TABLE public.privacy_act (
    tenant text NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    did text NOT NULL,
    scope text NOT NULL,
    CONSTRAINT privacy_act_did_check CHECK ((did = ANY (ARRAY['exported'::text, 'erased'::text, 'stored-in-gateway'::text, 'stored-in-hubspot'::text, 'mapped'::text, 'disconnected'::text, 'background-lent'::text, 'background-ended'::text, 'relations-imported'::text, 'relations-forgotten'::text]))),
    CONSTRAINT privacy_act_scope_check CHECK ((scope = ANY (ARRAY['tenant'::text, 'person'::text])))
);
CREATE TABLE public.relation_body (
    tenant text NOT NULL,
    source integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    writing integer NOT NULL,
    shown integer NOT NULL,
    source_date text,
    name text NOT NULL,
    place text,
    people integer,
    insolvent text,
    register text
);
CREATE TABLE public.relation_change (
    writing integer NOT NULL,
    kind text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    "row" json
);
CREATE TABLE public.relation_decision (
    tenant text NOT NULL,
    one text NOT NULL COLLATE pg_catalog."C",
    other text NOT NULL COLLATE pg_catalog."C",
    same boolean,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    revision integer NOT NULL
);
CREATE TABLE public.relation_erased (
    tenant text NOT NULL,
    sign text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.relation_gone (
    tenant text NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.relation_number
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.relation_person (
    tenant text NOT NULL,
    source integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    writing integer NOT NULL,
    shown integer NOT NULL,
    source_date text,
    name text NOT NULL,
    given_name text,
    family_name text,
    title text,
    city text,
    birth_date text
);
CREATE TABLE public.relation_proposal (
    tenant text NOT NULL,
    kind text NOT NULL,
    one text NOT NULL COLLATE pg_catalog."C",
    other text NOT NULL COLLATE pg_catalog."C",
    score double precision NOT NULL,
    reasons jsonb NOT NULL
);
CREATE TABLE public.relation_source (
    tenant text NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    purpose text NOT NULL,
    retention_months integer,
    imported_at timestamp with time zone,
    revision integer NOT NULL
);
CREATE TABLE public.relation_state (
    tenant text NOT NULL,
    revision integer NOT NULL,
    horizon integer NOT NULL,
    salt text NOT NULL
);
CREATE TABLE public.relation_tie (
    tenant text NOT NULL,
    source integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    writing integer NOT NULL,
    shown integer NOT NULL,
    source_date text,
    person text,
    body text,
    other_person text,
    other_body text,
    type text NOT NULL,
    role text,
    share double precision,
    start_date text,
    end_date text,
    seen_from text,
    seen_to text
);
CREATE TABLE public.relation_wish (
    tenant text NOT NULL,
    member text NOT NULL,
    wish text NOT NULL,
    at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT relation_wish_wish_check CHECK ((wish = ANY (ARRAY['shared'::text, 'ask-first'::text, 'hidden'::text])))
);
CREATE TABLE public.relation_writing (
    number integer NOT NULL,
    tenant text NOT NULL,
    source integer NOT NULL,
    at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revision integer
);
CREATE TABLE public.setting (
    tenant text NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    value jsonb NOT NULL
);
CREATE TABLE public.sweetspot_version (
    one boolean DEFAULT true NOT NULL,
    version integer NOT NULL,
    views text NOT NULL,
    CONSTRAINT sweetspot_version_one_check CHECK (one)
);
INSERT INTO public.crm_access VALUES
	('local', 1, 'account', NULL, 'rep', '["acc-defence", "acc-secret"]'),
	('local', 2, 'account', 'annualRevenue', 'rep', NULL),
	('local', 3, 'account', 'attributes.Credit limit', 'rep', NULL),
	('local', 4, 'contact', NULL, 'rep', '["con-ghost"]'),
	('local', 5, 'contact', 'phone', 'rep', NULL),
	('local', 6, 'opportunity', NULL, 'rep', '["opp-hidden"]'),
	('local', 7, 'opportunity', 'lineItems', 'rep', '["opp-discreet"]'),
	('local', 8, 'product', NULL, 'rep', '["prd-prototype"]'),
	('local', 9, 'product', 'listPrice', 'rep', NULL),
	('local', 10, 'asset', NULL, 'rep', '["ast-secret"]'),
	('local', 11, 'involvement', 'roles', 'rep', NULL);
INSERT INTO public.crm_involvement VALUES
	('local', 'inv-asa', 'con-asa', NULL, NULL, 'opp-turbines', '["Decision Maker"]', true, NULL, NULL, NULL),
	('local', 'inv-arne', 'con-arne', NULL, NULL, 'opp-turbines', NULL, false, NULL, NULL, NULL),
	('local', 'inv-arne-deep', 'con-arne', NULL, NULL, 'opp-credit', '["Évaluateur"]', false, NULL, NULL, NULL),
	('local', 'inv-loose', 'con-loose', NULL, NULL, 'opp-service', '["Influencer"]', true, NULL, NULL, NULL),
	('local', 'inv-ghost', 'con-ghost', NULL, NULL, 'opp-service', NULL, false, NULL, NULL, NULL),
	('local', 'inv-hidden', 'con-zoe', NULL, NULL, 'opp-hidden', NULL, false, NULL, NULL, NULL),
	('local', 'inv-defence', 'con-zoe', NULL, NULL, 'opp-defence', NULL, true, NULL, NULL, NULL),
	('local', 'inv-at-defence', 'con-asa', NULL, 'acc-defence', NULL, NULL, NULL, true, NULL, NULL),
	('local', 'inv-ghost-elan', 'con-ghost', NULL, 'acc-elan', NULL, NULL, NULL, true, NULL, NULL),
	('local', 'inv-zoe', 'con-zoe', NULL, 'acc-energy', NULL, '["Economic Buyer", "Decision Maker"]', NULL, true, '2024-05-01', NULL),
	('local', 'inv-offshore', 'con-offshore', NULL, 'acc-elan', NULL, '["Board"]', NULL, false, '2018-01-01', '2023-12-31'),
	('local', 'inv-own', 'con-offshore', NULL, 'acc-offshore', NULL, '["Sponsor"]', NULL, true, NULL, NULL),
	('local', 'inv-team', NULL, 'user-tomas', 'acc-nordwind', NULL, '["Account Manager"]', NULL, NULL, NULL, NULL),
	('local', 'inv-team-left', NULL, 'user-olaf', 'acc-cables', NULL, NULL, NULL, NULL, NULL, NULL),
	('local', 'inv-deal-team', NULL, 'user-ines', NULL, 'opp-frame', '["Lawyer"]', NULL, NULL, NULL, NULL),
	('local', 'inv-deal-hidden', NULL, 'user-ines', NULL, 'opp-hidden', '["Lawyer"]', NULL, NULL, NULL, NULL);
INSERT INTO public.import_lease VALUES
	('local', '7b5ad494-98bf-41aa-a704-60f00633463d', '2025-01-01 00:00:00+00');
INSERT INTO public.import_pending VALUES
	('7b5ad494-98bf-41aa-a704-60f00633463d', 'local');
INSERT INTO public.plan_change VALUES
	('local', 'library', 1, 0, 'offer-1', 'offering', 1, 1, NULL, '{"name": "Turbines"}', 'user-ines', '2026-01-05 09:01:00+00', 'user-ines', '2026-01-05 09:01:00+00'),
	('local', 'account:acc-nordwind', 1, 0, 'gap-1', 'knowledge-gap', 1, 1, NULL, '{"question": "Who decides?"}', 'user-mara', '2026-01-05 09:02:00+00', 'user-mara', '2026-01-05 09:02:00+00'),
	('local', 'account:acc-nordwind', 1, 1, 'offer-2', 'offering', 1, 1, NULL, '{"name": "Rotor blades", "parent": "offer-1"}', 'user-mara', '2026-01-05 09:02:00+00', 'user-mara', '2026-01-05 09:02:00+00'),
	('local', 'account:acc-nordwind', 2, 0, 'gap-1', 'knowledge-gap', 2, 1, '{"question": "Who decides?"}', '{"question": "Who decides, and when?"}', 'user-mara', '2026-01-05 09:02:00+00', 'user-mara', '2026-01-05 09:03:00+00'),
	('local', 'account:acc-nordwind', 3, 0, 'gap-2', 'knowledge-gap', 1, 1, NULL, '{"question": "Asked in vain?"}', 'user-ines', '2026-01-05 09:04:00+00', 'user-ines', '2026-01-05 09:04:00+00'),
	('local', 'account:acc-nordwind', 4, 0, 'gap-2', 'knowledge-gap', 2, 0, '{"question": "Asked in vain?"}', NULL, 'user-ines', '2026-01-05 09:05:00+00', 'user-ines', '2026-01-05 09:05:00+00');
INSERT INTO public.plan_commit VALUES
	('local', 'dump-library-1', 'library', '6VnXDcqGeiBCry7KKk9Vw1Uod75b-DV9q0eLNz_9Rzc', 1),
	('local', 'dump-plan-1', 'account:acc-nordwind', 'tuCG47CXrsuzuVFOeAwjwK_otbbaiKPJ7Qh3hpMRatQ', 1),
	('local', 'dump-plan-2', 'account:acc-nordwind', 'EVr47V04GBjelFf5nCeEdS4awXs8o4F_SMjp_zeYFKo', 2),
	('local', 'dump-plan-3', 'account:acc-nordwind', 'jPJr55RiC0jh0ZBmTAuc0HVyKGBwthmmRAUqWxFwyNQ', 3),
	('local', 'dump-plan-4', 'account:acc-nordwind', 'Ug0dvorKuldG75Fqoz-Cdq0DQnoM8U3nZiB772WP6Dc', 4);
INSERT INTO public.plan_record VALUES
	('local', 'library', 'offer-1', 'offering', 1, 1, '{"name": "Turbines"}', false, 'user-ines', '2026-01-05 09:01:00+00', 'user-ines', '2026-01-05 09:01:00+00'),
	('local', 'account:acc-nordwind', 'offer-2', 'offering', 1, 1, '{"name": "Rotor blades", "parent": "offer-1"}', false, 'user-mara', '2026-01-05 09:02:00+00', 'user-mara', '2026-01-05 09:02:00+00'),
	('local', 'account:acc-nordwind', 'gap-1', 'knowledge-gap', 2, 1, '{"question": "Who decides, and when?"}', false, 'user-mara', '2026-01-05 09:02:00+00', 'user-mara', '2026-01-05 09:03:00+00'),
	('local', 'account:acc-nordwind', 'gap-2', 'knowledge-gap', 2, 0, '{}', true, 'user-ines', '2026-01-05 09:05:00+00', 'user-ines', '2026-01-05 09:05:00+00');
INSERT INTO public.plan_reference VALUES
	('local', 'account:acc-nordwind', 'offer-2', 'parent', 'offer-1');
INSERT INTO public.plan_scope VALUES
	('local', 'library', 1, '2026-01-05 09:01:00+00'),
	('local', 'account:acc-nordwind', 4, '2026-01-05 09:05:00+00');
INSERT INTO public.privacy_act VALUES
	('local', '2026-11-22 17:21:43.362+00', 'user-ines', 'erased', 'person');
INSERT INTO public.relation_body VALUES
	('local', 2, 'b1', 2, 2, NULL, 'Nordwind AG', NULL, NULL, NULL, 'HRB 1');
INSERT INTO public.relation_decision VALUES
	('local', 'Register/p0', 'Register/p1', false, 'user-ines', '2026-01-05 12:00:00+00', 4);
INSERT INTO public.relation_erased VALUES
	('local', 'T6PM4sDjh_qqavDh4kpCojVhDwqcTRH3b77WIQmYCSM', '2026-11-22 17:21:43.349134+00');
INSERT INTO public.relation_person VALUES
	('local', 2, 'p0', 2, 2, NULL, 'Anna Berg', NULL, NULL, NULL, NULL, NULL),
	('local', 2, 'p1', 2, 2, NULL, 'Bo Dahl', NULL, NULL, NULL, NULL, NULL),
	('local', 2, 'p9', 7, 7, NULL, 'Never Seen', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.relation_source VALUES
	('local', 'Register', 2, 'Introductions', 24, '2026-01-05 09:07:00+00', 3);
INSERT INTO public.relation_state VALUES
	('local', 7, 6, 'Jmiv2ZH2qHE_eG3y1E0zd6Ph');
INSERT INTO public.relation_tie VALUES
	('local', 2, 't-p0', 2, 2, NULL, 'p0', 'b1', NULL, NULL, 'board_seat', NULL, NULL, NULL, NULL, NULL, NULL),
	('local', 2, 't-p1', 2, 2, NULL, 'p1', 'b1', NULL, NULL, 'board_seat', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.relation_wish VALUES
	('local', 'user-mara', 'ask-first', '2026-11-22 17:21:43.345628+00', 5);
INSERT INTO public.relation_writing VALUES
	(2, 'local', 2, '2026-01-05 09:06:00+00', NULL, 3),
	(7, 'local', 2, '2026-11-22 17:21:43.363644+00', '2025-01-01 00:00:00+00', NULL);
INSERT INTO public.setting VALUES
	('local', 'first-start', '{"world": "demo"}');
INSERT INTO public.stored_account VALUES
	('local', 'acc-nordwind', 'Nordwind Gruppe', 'nordwind gruppe', 'nordwind gruppe', NULL, 'user-mara', 'Energy', 'Germany', 'Kiel', 'https://nordwind.example', 12400, 3100000000.5, 'EUR', '{"Tier": null, "Region": "Nord", "Credit limit": "5,000,000"}', '2026-03-01 09:30:00+00', NULL),
	('local', 'acc-energy', 'Nordwind Energie', 'nordwind energie', 'nordwind energie', 'acc-nordwind', 'user-mara', NULL, 'Germany', NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-offshore', 'Nordwind Offshore', 'nordwind offshore', 'nordwind offshore', 'acc-energy', NULL, NULL, 'Denmark', NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-cables', 'Kabelwerk Aarhus', 'kabelwerk aarhus', 'kabelwerk aarhus', 'acc-offshore', NULL, NULL, 'Denmark', NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-marine', 'Nordwind Marine', 'nordwind marine', 'nordwind marine', 'acc-nordwind', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"Region": "Nord"}', NULL, NULL),
	('local', 'acc-defence', 'Nordwind Defence', 'nordwind defence', 'nordwind defence', 'acc-nordwind', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-radar', 'Radarwerk Fehmarn', 'radarwerk fehmarn', 'radarwerk fehmarn', 'acc-defence', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-secret', 'Secret Acquisition', 'secret acquisition', 'secret acquisition', NULL, 'user-ines', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-elan', 'Élan Maritime', 'elan maritime', 'élan maritime', NULL, NULL, NULL, 'France', NULL, NULL, NULL, 80000000, 'USD', '{"Region": "Öst"}', NULL, NULL),
	('local', 'acc-elbe', 'Elbe Logistik', 'elbe logistik', 'elbe logistik', NULL, NULL, NULL, 'Germany', NULL, NULL, 0, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-eldorado', 'eldorado trading', 'eldorado trading', 'eldorado trading', NULL, NULL, NULL, 'Peru', NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-quotes', 'O''Hara & Söhne "Import" <b>GmbH</b>', 'o''hara & sohne "import" <b>gmbh</b>', 'o''hara & söhne "import" <b>gmbh</b>', NULL, NULL, NULL, NULL, NULL, 'javascript:alert(1)', NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-percent', '100% Öko_Markt', '100% oko_markt', '100% öko_markt', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-formula', '=SUM(A1:A9)', '=sum(a1:a9)', '=sum(a1:a9)', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-twin-b', 'Twin Works', 'twin works', 'twin works', NULL, NULL, NULL, NULL, 'Leeds', NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-twin-a', 'Twin Works', 'twin works', 'twin works', NULL, NULL, NULL, NULL, 'York', NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-quiet', 'Quiet Harbour', 'quiet harbour', 'quiet harbour', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, NULL),
	('local', 'acc-unseen', 'Unseen', 'unseen', 'unseen', NULL, NULL, NULL, 'Peru', NULL, NULL, NULL, NULL, NULL, '{}', NULL, '7b5ad494-98bf-41aa-a704-60f00633463d');
INSERT INTO public.stored_asset VALUES
	('local', 'ast-turbine', 'Turbine at pier 3', 'turbine at pier 3', 'acc-offshore', 'prd-turbine', 'Turbine T9', true, '2021-05-01', NULL, NULL),
	('local', 'ast-old', 'First turbine', 'first turbine', 'acc-nordwind', NULL, 'Turbine T1', false, '2009-01-01', '2019-12-31', NULL),
	('local', 'ast-secret', 'Pilot installation', 'pilot installation', 'acc-nordwind', 'prd-prototype', 'Prototype X', true, NULL, NULL, NULL),
	('local', 'ast-elan', 'Harbour crane', 'harbour crane', 'acc-elan', NULL, 'Crane', true, NULL, NULL, NULL);
INSERT INTO public.stored_contact VALUES
	('local', 'con-asa', 'Åsa Holm', 'asa holm', 'acc-nordwind', 'Chief Executive', NULL, 'asa@nordwind.example', NULL, NULL, NULL),
	('local', 'con-arne', 'Arne Petersen', 'arne petersen', 'acc-nordwind', NULL, 'Purchasing', NULL, '+49 431 5550100', NULL, NULL),
	('local', 'con-zoe', 'Zoë Kaufmann', 'zoe kaufmann', 'acc-nordwind', NULL, NULL, NULL, NULL, 'user-tomas', NULL),
	('local', 'con-bert', 'Bert Ohlsen', 'bert ohlsen', 'acc-nordwind', NULL, NULL, NULL, NULL, NULL, NULL),
	('local', 'con-ghost', 'Gesa Ghost', 'gesa ghost', 'acc-nordwind', 'Board', NULL, NULL, NULL, NULL, NULL),
	('local', 'con-offshore', 'Ole Winther', 'ole winther', 'acc-offshore', NULL, NULL, NULL, NULL, NULL, NULL),
	('local', 'con-loose', 'Lena Loose', 'lena loose', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.stored_line_item VALUES
	('local', 'line-1', 'opp-turbines', 0, 'prd-turbine', 'Turbine T9', 3, 749000.25, 'EUR', 'line-item', NULL),
	('local', 'line-2', 'opp-turbines', 1, NULL, 'Crane hire, nobody knows which', NULL, 1000.75, 'EUR', 'line-item', NULL),
	('local', 'line-4', 'opp-discreet', 3, 'prd-old', 'Turbine T1', 0.5, NULL, NULL, 'line-item', NULL),
	('local', 'line-3', 'opp-service', 2, 'prd-service', 'Servicevertrag Größe L', NULL, NULL, NULL, 'opportunity', NULL);
INSERT INTO public.stored_opportunity VALUES
	('local', 'opp-turbines', 'Turbines for Kiel', 'turbines for kiel', 'turbines for kiel', 'acc-nordwind', 'won', 'Closed Won', 750000, 'EUR', '2026-02-10', 'user-mara', NULL, NULL, '{"Source": "Fair", "Campaign": null}', NULL),
	('local', 'opp-service', 'Service 2026', 'service 2026', 'service 2026', 'acc-energy', 'open', NULL, 19999.99, 'USD', '2026-09-30', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-frame', 'Frame agreement', 'frame agreement', 'frame agreement', 'acc-offshore', 'open', 'Négociation', 0, 'EUR', NULL, NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-discreet', 'Discreet deal', 'discreet deal', 'discreet deal', 'acc-offshore', 'won', NULL, NULL, NULL, '2025-11-05', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-credit', 'Credit note', 'credit note', 'credit note', 'acc-cables', 'lost', NULL, -1200.5, 'EUR', NULL, NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-same-b', 'Same day', 'same day', 'same day', 'acc-marine', 'open', NULL, 10, 'EUR', '2025-06-30', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-same-a', 'Same day', 'same day', 'same day', 'acc-marine', 'open', NULL, 20, 'EUR', '2025-06-30', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-early', 'Änderung am selben Tag', 'anderung am selben tag', 'änderung am selben tag', 'acc-marine', 'open', NULL, NULL, NULL, '2025-06-30', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-hidden', 'Merger talks', 'merger talks', 'merger talks', 'acc-nordwind', 'open', NULL, 500000000, 'EUR', '2026-05-01', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-defence', 'Radar refit', 'radar refit', 'radar refit', 'acc-defence', 'open', NULL, NULL, NULL, '2026-01-15', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-radar', 'Radar spares', 'radar spares', 'radar spares', 'acc-radar', 'open', NULL, NULL, NULL, '2026-01-16', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-orphan', 'Deal without account', 'deal without account', 'deal without account', NULL, 'open', NULL, 42, 'EUR', '2026-01-01', NULL, NULL, NULL, '{}', NULL),
	('local', 'opp-elan', 'Quai 7', 'quai 7', 'quai 7', 'acc-elan', 'open', NULL, 7, 'JPY', '2026-04-01', NULL, NULL, NULL, '{}', NULL);
INSERT INTO public.stored_product VALUES
	('local', 'prd-turbine', 'Turbine T9', 'turbine t9', 'turbine t9', 'T9', 'Turbines', 250000, 'EUR', true, NULL),
	('local', 'prd-service', 'Servicevertrag Größe L', 'servicevertrag grosse l', 'servicevertrag größe l', NULL, 'Services', 1999.99, 'USD', true, NULL),
	('local', 'prd-old', 'Turbine T1', 'turbine t1', 'turbine t1', 'T1', 'Turbines', NULL, NULL, false, NULL),
	('local', 'prd-plain', 'Spare parts', 'spare parts', 'spare parts', NULL, NULL, NULL, NULL, true, NULL),
	('local', 'prd-prototype', 'Prototype X', 'prototype x', 'prototype x', 'X', NULL, NULL, NULL, true, NULL);
INSERT INTO public.stored_team_member VALUES
	('local', 'user-mara', 'Mara Lindqvist', 'mara lindqvist', 'mara lindqvist', 'mara@example.com', 'rep', true, NULL),
	('local', 'user-tomas', 'Tomás Ferreira', 'tomas ferreira', 'tomás ferreira', NULL, 'rep', true, NULL),
	('local', 'user-ines', 'Ines Baumann', 'ines baumann', 'ines baumann', 'ines@example.com', 'admin', true, NULL),
	('local', 'user-olaf', 'Olaf Brandt', 'olaf brandt', 'olaf brandt', 'olaf@example.com', 'rep', false, NULL);
INSERT INTO public.sweetspot_version VALUES
	(true, 12, '36824cb7a813be44c9d55afcd24b69fe13e66e52c033722db8d9d3b78c16596f');
SELECT pg_catalog.setval('public.relation_number', 7, true);
ALTER TABLE ONLY public.crm_access
    ADD CONSTRAINT crm_access_pkey PRIMARY KEY (tenant, "position");
ALTER TABLE ONLY public.stored_account
    ADD CONSTRAINT crm_account_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_asset
    ADD CONSTRAINT crm_asset_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_contact
    ADD CONSTRAINT crm_contact_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.crm_creation
    ADD CONSTRAINT crm_creation_pkey PRIMARY KEY (tenant, key);
ALTER TABLE ONLY public.crm_involvement
    ADD CONSTRAINT crm_involvement_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_line_item
    ADD CONSTRAINT crm_line_item_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_opportunity
    ADD CONSTRAINT crm_opportunity_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_product
    ADD CONSTRAINT crm_product_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.crm_task
    ADD CONSTRAINT crm_task_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_team_member
    ADD CONSTRAINT crm_team_member_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.hubspot_event
    ADD CONSTRAINT hubspot_event_pkey PRIMARY KEY (portal, subscription, event, occurred_at);
ALTER TABLE ONLY public.hubspot_grant
    ADD CONSTRAINT hubspot_grant_pkey PRIMARY KEY (portal, user_id);
ALTER TABLE ONLY public.hubspot_install
    ADD CONSTRAINT hubspot_install_pkey PRIMARY KEY (state_hash);
ALTER TABLE ONLY public.hubspot_launch
    ADD CONSTRAINT hubspot_launch_pkey PRIMARY KEY (code_hash);
ALTER TABLE ONLY public.hubspot_portal
    ADD CONSTRAINT hubspot_portal_pkey PRIMARY KEY (portal);
ALTER TABLE ONLY public.hubspot_session
    ADD CONSTRAINT hubspot_session_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.hubspot_turn
    ADD CONSTRAINT hubspot_turn_pkey PRIMARY KEY (portal, lane);
ALTER TABLE ONLY public.import_change
    ADD CONSTRAINT import_change_pkey PRIMARY KEY (writer, part, id);
ALTER TABLE ONLY public.import_lease
    ADD CONSTRAINT import_lease_pkey PRIMARY KEY (tenant);
ALTER TABLE ONLY public.import_pending
    ADD CONSTRAINT import_pending_pkey PRIMARY KEY (writer);
ALTER TABLE ONLY public.plan_change
    ADD CONSTRAINT plan_change_pkey PRIMARY KEY (tenant, scope, version, "position");
ALTER TABLE ONLY public.plan_commit
    ADD CONSTRAINT plan_commit_pkey PRIMARY KEY (tenant, key);
ALTER TABLE ONLY public.plan_merge
    ADD CONSTRAINT plan_merge_pkey PRIMARY KEY (tenant, kept, gone);
ALTER TABLE ONLY public.plan_read
    ADD CONSTRAINT plan_read_pkey PRIMARY KEY (tenant, scope, by, hour);
ALTER TABLE ONLY public.plan_record
    ADD CONSTRAINT plan_record_pkey PRIMARY KEY (tenant, scope, id);
ALTER TABLE ONLY public.plan_reference
    ADD CONSTRAINT plan_reference_pkey PRIMARY KEY (tenant, scope, target, source, field);
ALTER TABLE ONLY public.plan_scope
    ADD CONSTRAINT plan_scope_pkey PRIMARY KEY (tenant, scope);
ALTER TABLE ONLY public.relation_body
    ADD CONSTRAINT relation_body_pkey PRIMARY KEY (tenant, source, key);
ALTER TABLE ONLY public.relation_change
    ADD CONSTRAINT relation_change_pkey PRIMARY KEY (writing, kind, key);
ALTER TABLE ONLY public.relation_decision
    ADD CONSTRAINT relation_decision_pkey PRIMARY KEY (tenant, one, other);
ALTER TABLE ONLY public.relation_erased
    ADD CONSTRAINT relation_erased_pkey PRIMARY KEY (tenant, sign);
ALTER TABLE ONLY public.relation_person
    ADD CONSTRAINT relation_person_pkey PRIMARY KEY (tenant, source, key);
ALTER TABLE ONLY public.relation_proposal
    ADD CONSTRAINT relation_proposal_pkey PRIMARY KEY (tenant, kind, one, other);
ALTER TABLE ONLY public.relation_source
    ADD CONSTRAINT relation_source_number_key UNIQUE (number);
ALTER TABLE ONLY public.relation_source
    ADD CONSTRAINT relation_source_pkey PRIMARY KEY (tenant, name);
ALTER TABLE ONLY public.relation_state
    ADD CONSTRAINT relation_state_pkey PRIMARY KEY (tenant);
ALTER TABLE ONLY public.relation_tie
    ADD CONSTRAINT relation_tie_pkey PRIMARY KEY (tenant, source, key);
ALTER TABLE ONLY public.relation_wish
    ADD CONSTRAINT relation_wish_pkey PRIMARY KEY (tenant, member);
ALTER TABLE ONLY public.relation_writing
    ADD CONSTRAINT relation_writing_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (tenant, name);
ALTER TABLE ONLY public.sweetspot_version
    ADD CONSTRAINT sweetspot_version_pkey PRIMARY KEY (one);
CREATE INDEX crm_account_tenant_name_key_id_idx ON public.stored_account USING btree (tenant, name_key, id);
CREATE INDEX crm_account_tenant_parent_idx ON public.stored_account USING btree (tenant, parent);
CREATE INDEX crm_account_tenant_search_name_id_idx ON public.stored_account USING btree (tenant, search_name, id);
CREATE INDEX crm_asset_tenant_account_idx ON public.stored_asset USING btree (tenant, account);
CREATE INDEX crm_contact_tenant_account_search_name_id_idx ON public.stored_contact USING btree (tenant, account, search_name, id);
CREATE INDEX crm_creation_begun_at_idx ON public.crm_creation USING btree (begun_at);
CREATE INDEX crm_involvement_tenant_account_idx ON public.crm_involvement USING btree (tenant, account);
CREATE INDEX crm_involvement_tenant_opportunity_idx ON public.crm_involvement USING btree (tenant, opportunity);
CREATE INDEX crm_line_item_tenant_opportunity_idx ON public.stored_line_item USING btree (tenant, opportunity);
CREATE INDEX crm_opportunity_tenant_account_idx ON public.stored_opportunity USING btree (tenant, account);
CREATE INDEX crm_opportunity_tenant_name_key_id_idx ON public.stored_opportunity USING btree (tenant, name_key, id);
CREATE INDEX crm_product_tenant_name_key_id_idx ON public.stored_product USING btree (tenant, name_key, id);
CREATE INDEX crm_product_tenant_search_name_id_idx ON public.stored_product USING btree (tenant, search_name, id);
CREATE INDEX crm_team_member_tenant_name_key_id_idx ON public.stored_team_member USING btree (tenant, name_key, id);
CREATE INDEX crm_team_member_tenant_search_name_id_idx ON public.stored_team_member USING btree (tenant, search_name, id);
CREATE INDEX hubspot_event_due_at_idx ON public.hubspot_event USING btree (due_at) WHERE (done_at IS NULL);
CREATE INDEX hubspot_event_received_at_idx ON public.hubspot_event USING btree (received_at);
CREATE INDEX hubspot_launch_portal_user_id_idx ON public.hubspot_launch USING btree (portal, user_id);
CREATE INDEX hubspot_session_portal_user_id_idx ON public.hubspot_session USING btree (portal, user_id);
CREATE INDEX plan_change_at_idx ON public.plan_change USING btree (at);
CREATE INDEX plan_change_tenant_scope_record_version_idx ON public.plan_change USING btree (tenant, scope, record, version);
CREATE INDEX plan_read_hour_idx ON public.plan_read USING btree (hour);
CREATE INDEX plan_reference_tenant_scope_source_idx ON public.plan_reference USING btree (tenant, scope, source);
CREATE INDEX privacy_act_at_idx ON public.privacy_act USING btree (at);
CREATE INDEX privacy_act_tenant_at_idx ON public.privacy_act USING btree (tenant, at);
CREATE INDEX relation_body_tenant_writing_idx ON public.relation_body USING btree (tenant, writing);
CREATE INDEX relation_gone_tenant_revision_idx ON public.relation_gone USING btree (tenant, revision);
CREATE INDEX relation_person_tenant_writing_idx ON public.relation_person USING btree (tenant, writing);
CREATE INDEX relation_tie_tenant_writing_idx ON public.relation_tie USING btree (tenant, writing);
CREATE UNIQUE INDEX relation_writing_tenant_idx ON public.relation_writing USING btree (tenant) WHERE (revision IS NULL);
CREATE INDEX relation_writing_tenant_revision_idx ON public.relation_writing USING btree (tenant, revision);
ALTER TABLE ONLY public.hubspot_grant
    ADD CONSTRAINT hubspot_grant_portal_fkey FOREIGN KEY (portal) REFERENCES public.hubspot_portal(portal) ON DELETE CASCADE;
ALTER TABLE ONLY public.hubspot_launch
    ADD CONSTRAINT hubspot_launch_portal_user_id_fkey FOREIGN KEY (portal, user_id) REFERENCES public.hubspot_grant(portal, user_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.hubspot_session
    ADD CONSTRAINT hubspot_session_portal_user_id_fkey FOREIGN KEY (portal, user_id) REFERENCES public.hubspot_grant(portal, user_id) ON DELETE CASCADE;
