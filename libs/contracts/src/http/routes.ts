/**
 * The API's routes under /api. One list, so that the page, the API and the tests speak of the same ones.
 * `:planId`, `:rowId`, `:assignmentId`, `:findingId` are UUIDs.
 *
 * POST /auth/login loginRequest → me · POST /auth/logout · GET /auth/me → me, 204 for nobody · POST /auth/password changePasswordRequest
 * GET  /plans → planSummary[] · POST /plans/import (multipart `file`) → { planId } · GET /directories → directoryView[]
 * GET  /plans/:planId → planView · GET /plans/:planId/rows → rowView[] · GET /plans/:planId/rows/:rowId → rowDetail
 * GET  /plans/:planId/findings → findingView[] · POST …/findings/:findingId/answer · POST …/findings/accept (all cautions, one reason)
 * POST /plans/:planId/launch/preview launchRequest → launchPreview · POST /plans/:planId/launch → { planId, planWorkflowId, taskWorkflowIds }
 * POST /plans/:planId/suspend|resume|close planActRequest
 * GET  /plans/:planId/events → planEventView[] · POST /plans/:planId/events planEventRequest
 * POST /plans/:planId/events/preview planEventRequest → { rows: [{ no, before: windowView, after: windowView }], alarms: { added, removed } }
 * GET  /plans/:planId/amendments → amendmentView[] · POST …/amendments proposeAmendmentRequest · GET …/amendments/offers → amendmentOffer[] · POST …/amendments/preview previewAmendmentRequest → amendmentPreview
 * POST /plans/:planId/amendments/:amendmentId/confirm|decline → amendmentView[]
 * GET  /plans/:planId/clock → clockView · POST /plans/:planId/clock clockRequest → clockView
 * GET  /plans/:planId/today → { items: todayItem[], chatText } · GET /plans/:planId/alarms?state=&from=&to= → alarmView[]
 * GET  /plans/:planId/workflows → workflowView[] · GET /plans/:planId/export.xlsx · GET /plans/:planId/stream (SSE, `changed` {planId, at})
 * POST /assignments/:assignmentId/submit|accept|return|not-arisen|record-result|report-period|remind → assignmentView
 * POST /rows/:rowId/fix-due fixDueRequest
 * GET  /inbox?after=&limit= → inboxPage · POST /inbox/:id/read · POST /inbox/read readInboxRequest
 * GET  /directories/:directoryId/people → directoryPeople · POST /directories createDirectoryRequest · POST …/import (multipart `file`)
 * GET  /accounts → accountView[] · POST /accounts openAccountRequest → accountOpened · POST /accounts/:accountId/disable|enable|reset
 * GET  /calendar → { version, days } · PUT /calendar/days calendarDayRequest
 * GET  /health/live · GET /health/ready · GET /metrics · GET /openapi.json
 */
export const apiPrefix = '/api';
