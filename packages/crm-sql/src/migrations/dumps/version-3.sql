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
CREATE TABLE public.plan_reference (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL,
    target text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.plan_scope (
    tenant text NOT NULL,
    scope text NOT NULL COLLATE pg_catalog."C",
    version integer NOT NULL,
    changed_at timestamp with time zone
);
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
	('local', '81664c88-ccf2-4650-b721-06e19e74c177', '2025-01-01 00:00:00+00');
INSERT INTO public.import_pending VALUES
	('81664c88-ccf2-4650-b721-06e19e74c177', 'local');
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
	('local', 'acc-unseen', 'Unseen', 'unseen', 'unseen', NULL, NULL, NULL, 'Peru', NULL, NULL, NULL, NULL, NULL, '{}', NULL, '81664c88-ccf2-4650-b721-06e19e74c177');
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
	(true, 3, '1a8a5e407718f5cc4a606cc7db7fbe229caefe13bb62cd50f139a79f2a87ac8d');
ALTER TABLE ONLY public.crm_access
    ADD CONSTRAINT crm_access_pkey PRIMARY KEY (tenant, "position");
ALTER TABLE ONLY public.stored_account
    ADD CONSTRAINT crm_account_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_asset
    ADD CONSTRAINT crm_asset_pkey PRIMARY KEY (tenant, id);
ALTER TABLE ONLY public.stored_contact
    ADD CONSTRAINT crm_contact_pkey PRIMARY KEY (tenant, id);
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
ALTER TABLE ONLY public.plan_record
    ADD CONSTRAINT plan_record_pkey PRIMARY KEY (tenant, scope, id);
ALTER TABLE ONLY public.plan_reference
    ADD CONSTRAINT plan_reference_pkey PRIMARY KEY (tenant, scope, target, source, field);
ALTER TABLE ONLY public.plan_scope
    ADD CONSTRAINT plan_scope_pkey PRIMARY KEY (tenant, scope);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (tenant, name);
ALTER TABLE ONLY public.sweetspot_version
    ADD CONSTRAINT sweetspot_version_pkey PRIMARY KEY (one);
CREATE INDEX crm_account_tenant_name_key_id_idx ON public.stored_account USING btree (tenant, name_key, id);
CREATE INDEX crm_account_tenant_parent_idx ON public.stored_account USING btree (tenant, parent);
CREATE INDEX crm_account_tenant_search_name_id_idx ON public.stored_account USING btree (tenant, search_name, id);
CREATE INDEX crm_asset_tenant_account_idx ON public.stored_asset USING btree (tenant, account);
CREATE INDEX crm_contact_tenant_account_search_name_id_idx ON public.stored_contact USING btree (tenant, account, search_name, id);
CREATE INDEX crm_involvement_tenant_account_idx ON public.crm_involvement USING btree (tenant, account);
CREATE INDEX crm_involvement_tenant_opportunity_idx ON public.crm_involvement USING btree (tenant, opportunity);
CREATE INDEX crm_line_item_tenant_opportunity_idx ON public.stored_line_item USING btree (tenant, opportunity);
CREATE INDEX crm_opportunity_tenant_account_idx ON public.stored_opportunity USING btree (tenant, account);
CREATE INDEX crm_opportunity_tenant_name_key_id_idx ON public.stored_opportunity USING btree (tenant, name_key, id);
CREATE INDEX crm_product_tenant_name_key_id_idx ON public.stored_product USING btree (tenant, name_key, id);
CREATE INDEX crm_product_tenant_search_name_id_idx ON public.stored_product USING btree (tenant, search_name, id);
CREATE INDEX crm_team_member_tenant_name_key_id_idx ON public.stored_team_member USING btree (tenant, name_key, id);
CREATE INDEX crm_team_member_tenant_search_name_id_idx ON public.stored_team_member USING btree (tenant, search_name, id);
CREATE INDEX plan_change_tenant_scope_record_version_idx ON public.plan_change USING btree (tenant, scope, record, version);
CREATE INDEX plan_reference_tenant_scope_source_idx ON public.plan_reference USING btree (tenant, scope, source);
