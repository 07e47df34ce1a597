import {
  acceptRequest,
  fixDueRequest,
  notArisenRequest,
  recordResultRequest,
  remindRequest,
  reportPeriodRequest,
  returnRequest,
  submitRequest,
} from '@don-doc/contracts/http';
import { assignment } from '../testing/factories.js';
import { answersOf, commandForms, openPeriods } from './command-fields.js';

const schemas = {
  submit: submitRequest,
  accept: acceptRequest,
  return: returnRequest,
  'claim-not-arisen': notArisenRequest,
  'record-result': recordResultRequest,
  remind: remindRequest,
  'fix-due': fixDueRequest,
  'report-period': reportPeriodRequest,
} as const;
const example = { text: '45/BC-HCTP', long: 'Đã thống kê xong', date: '2025-05-28', month: '2025-05' } as const;

describe('what a command dialog sends', () => {
  it.each(Object.entries(commandForms))('%s: the required fields alone satisfy the contract', (command, form) => {
    const values = Object.fromEntries(
      form.fields.filter(({ required }) => required).map(({ name, kind }) => [name, example[kind]]),
    );
    const body = {
      commandId: '3b241101-e2bb-4255-8caf-4136c566a962',
      ...(form.versioned ? { version: 4 } : {}),
      ...values,
    };
    const schema = schemas[command as keyof typeof schemas];
    expect(schema.parse(body)).toEqual(body);
  });

  it.each(Object.entries(commandForms))('%s: every field is one the contract knows', (command, form) => {
    const shape = Object.keys(schemas[command as keyof typeof schemas].shape);
    expect(shape).toEqual(expect.arrayContaining(form.fields.map(({ name }) => name)));
    expect(form.versioned).toBe(shape.includes('version'));
  });

  it('leaves blanks out', () => {
    expect(answersOf({ code: '  ', summary: ' xong ', issuedOn: undefined })).toEqual({ summary: 'xong' });
  });

  it('offers the months that are open or missed', () => {
    const states = ['met', 'missed', 'open', 'upcoming'] as const;
    const periods = states.map((state, index) => ({
      period: `2025-0${index + 4}`,
      lastDay: '2025-05-31',
      state,
      evidence: null,
    }));
    expect(openPeriods(assignment({ periods })).map(({ value }) => value)).toEqual(['2025-05', '2025-06']);
  });
});
