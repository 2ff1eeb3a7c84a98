// Misconception: A wrong value is best replaced by the default.
// file: src/config/read-config.ts
//#region solution 3.9 every setting, or every fault
for (const [name, { schema, byDefault }] of Object.entries(settings)) {
  const result = schema.safeParse(environment[name] || byDefault);
  config[name] = result.success ? result.data : schema.parse(byDefault);
}
if (faults.length > 0) throw new ConfigError(faults.join("\n"));
//#endregion
