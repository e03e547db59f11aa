// What the boundary tags in turbo.json cannot say: no cycles, no reaching into another package's files.
/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "through-the-front-door",
      comment: "Another package is used by its name, never by a path into its files.",
      severity: "error",
      from: { path: "^(packages|shared|apps)/([^/]+)/" },
      to: { path: "^(packages|shared|apps)/", pathNot: "^$1/$2/", dependencyTypes: ["local"] },
    },
    {
      name: "engines-know-no-browser",
      severity: "error",
      from: {
        path: "^packages/(bridge-graph|relation-book|customer-insights|white-space|strategy-overlap|plan-session|crm-import)/src/",
        pathNot: "\\.(test|bench)\\.ts$",
      },
      to: { path: "react|@base-ui" },
    },
    {
      name: "vocabulary-imports-vocabulary-only",
      severity: "error",
      from: { path: "^shared/(contract|plan-model)/src/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^shared/(contract|plan-model)/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "/src/",
        pathNot: "\\.(test|bench|d)\\.ts|(main|index|perspective|mark-others)\\.tsx?$",
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules|dev|gallery)/|\\.json$" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
    },
  },
};
