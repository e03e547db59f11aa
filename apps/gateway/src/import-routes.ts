// The import over HTTP. Admin sessions only (`forbidden` for reps); the command line shows the secret of the lock file.
// Bodies are JSON unless said otherwise; failures are `{"error": CrmErrorMessage}`. Types: @sweetspot/crm-import.
//
//   POST   /api/import/sniff                       {files: [{name, size, head: base64 of the first 256 KB}]}
//                                                  → {files: RecognisedFile[]}   what the files seem to be, before any upload
//   POST   /api/import/jobs                        {} → ImportJob                a job waits for files
//   PUT    /api/import/jobs/{job}/files/{name}     the file itself, streamed (gzip as it is) → RecognisedFile
//                                                  (all of its bytes are looked at; a broken file has `refused`)
//   DELETE /api/import/jobs/{job}/files/{name}     → ImportJob
//   PUT    /api/import/jobs/{job}/mapping          {files?: {[name]: FileMapping}, options?: ImportOptions} → ImportJob
//                                                  (mappings are saved for files of the same shape)
//   POST   /api/import/jobs/{job}/run              {} → ImportJob                again after aliases or corrections: updates
//   GET    /api/import/jobs/{job}                  → ImportJob                   to poll
//   GET    /api/import/jobs/{job}/events           server-sent events: `data: ImportJob`, until the job rests
//   POST   /api/import/jobs/{job}/cancel           {} → ImportJob
//   GET    /api/import/jobs/{job}/bad-rows.csv     every problem: file, line, column, value, problem, message, remedy
//   DELETE /api/import/jobs/{job}                  → 204; its uploads are removed
//   GET    /api/import/aliases                     → {aliases: ImportAlias[]}
//   PUT    /api/import/aliases                     {aliases: ImportAlias[]} (added to those known; target null = "leave empty") → same
//   GET    /api/import/names?kind=accounts&search= → {names: {id, name}[]}       at most 50, to choose an alias's target
//
//   ImportJob { id, state: "waiting"|"running"|"finished"|"cancelled"|"failed", files: RecognisedFile[],
//               options: ImportOptions, progress?: ImportProgress, report?: ImportReport }
//   RecognisedFile { name, bytes, encoding, delimiter, headerLine, shape: "salesforce"|"hubspot"|"generic",
//                    mapping: FileMapping, mappingIsSaved, sample: string[][], refused?: {code, message} }
//   ImportOptions { currency, dates?: "dmy"|"mdy"|"ymd", create: {accounts, products, teamMembers: boolean} }
export {};
