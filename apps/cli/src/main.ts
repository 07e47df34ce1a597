import { Command, CommanderError } from 'commander';

/** Each command is loaded only when it is called: reading a plan needs no server, and the doctor no Word reader. */
const program = new Command('don-doc')
  .description('Đôn Đốc: chạy kế hoạch của cơ quan như nó được ban hành.')
  .helpOption('-h, --help', 'xem cách dùng')
  .helpCommand('help [lệnh]', 'xem cách dùng một lệnh')
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .usage('<lệnh> [tuỳ chọn]')
  .configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
  });

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tuỳ chọn:',
  'Commands:': 'Lệnh:',
};

program
  .command('read')
  .usage('<tệp> [tuỳ chọn]')
  .description(
    'đọc một kế hoạch (.docx, .xlsx, .pdf, .csv, .txt) thành dự thảo: các nhiệm vụ, thời hạn và những điểm cần xem lại',
  )
  .argument('<tệp>', 'tệp kế hoạch')
  .option('--json', 'in ra JSON')
  .action(async (file: string, options: { json?: boolean }) => {
    const { readCommand } = await import('./read.js');
    process.exitCode = await readCommand(file, options);
  });

interface PreviewArguments {
  readonly issued: string;
  readonly launched?: string;
  readonly event?: string[];
  readonly until?: string;
  readonly unsigned?: boolean;
  readonly json?: boolean;
}

program
  .command('preview')
  .usage('<tệp> --issued <ngày> [tuỳ chọn]')
  .description('xem trước từng thời hạn và từng lần nhắc mà kế hoạch sẽ tạo ra, không ghi gì')
  .argument('<tệp>', 'tệp kế hoạch')
  .requiredOption('--issued <ngày>', 'ngày ban hành, dạng 2025-05-05')
  .option('--launched <lúc>', 'lúc khởi chạy, dạng 2025-05-05T08:00; mặc định 08:00 ngày ban hành')
  .option(
    '--event <tên=ngày>',
    'sự kiện đã xác nhận, ví dụ reorganization-completed=2025-07-01; dùng được nhiều lần',
    collect,
  )
  .option('--until <ngày>', 'xem đến hết ngày này')
  .option('--unsigned', 'kế hoạch chưa ký: nhiệm vụ ban hành kế hoạch còn mở')
  .option('--json', 'in ra JSON')
  .action(async (file: string, options: PreviewArguments) => {
    const { previewCommand } = await import('./preview.js');
    process.exitCode = await previewCommand(file, options);
  });

interface PhraseArguments {
  readonly issued?: string;
  readonly event?: string[];
  readonly json?: boolean;
}

program
  .command('phrase')
  .usage('<cụm từ> [tuỳ chọn]')
  .description('đọc một cách ghi thời gian: từ ngày nào, đến hết ngày nào, còn gì cần người quyết định')
  .argument('<cụm từ>', 'cách ghi thời gian, trong dấu nháy')
  .option('--issued <ngày>', 'ngày ban hành, dạng 2025-05-05')
  .option('--event <tên=ngày>', 'ngày của một sự kiện, ví dụ REORG_DONE=2025-07-01; dùng được nhiều lần', collect)
  .option('--json', 'in ra JSON')
  .action(async (phrase: string, options: PhraseArguments) => {
    const { phraseCommand } = await import('./phrase.js');
    process.exitCode = phraseCommand(phrase, options);
  });

program
  .command('phrases')
  .usage('<tệp> [tuỳ chọn]')
  .description('đọc các cách ghi thời gian ở cột đầu của một tệp .tsv, mỗi dòng một kết quả, bỏ dòng tiêu đề')
  .argument('<tệp>', 'tệp .tsv')
  .option('--issued <ngày>', 'ngày ban hành, dạng 2025-05-05')
  .option('--event <tên=ngày>', 'ngày của một sự kiện, ví dụ REORG_DONE=2025-07-01; dùng được nhiều lần', collect)
  .option('--json', 'in ra JSON, mỗi dòng một kết quả')
  .action(async (file: string, options: PhraseArguments) => {
    const { phrasesCommand } = await import('./phrase.js');
    process.exitCode = await phrasesCommand(file, options);
  });

program
  .command('findings')
  .usage('--list [tuỳ chọn]')
  .description('các quy tắc kiểm tra một dự thảo kế hoạch: mã, mức độ, tìm điều gì')
  .requiredOption('--list', 'liệt kê mọi quy tắc')
  .option('--json', 'in ra JSON')
  .action(async (options: { json?: boolean }) => {
    const { findingsCommand } = await import('./findings.js');
    process.exitCode = findingsCommand(options);
  });

program
  .command('doctor')
  .usage('[tuỳ chọn]')
  .description('xem máy này có đủ để chạy chưa, thiếu gì và lấy ở đâu')
  .option('--data <thư mục>', 'thư mục dữ liệu; mặc định .don-doc')
  .option('--json', 'in ra JSON')
  .action(async (options: { data?: string; json?: boolean }) => {
    const { doctorCommand } = await import('./doctor.js');
    process.exitCode = await doctorCommand(options);
  });

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

/** Commander's own sentences are English; its codes are not. */
function complaint(error: CommanderError): string {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `Không có lệnh "${named}".`,
    'commander.unknownOption': `Không có tuỳ chọn "${named}".`,
    'commander.missingArgument': `Thiếu tham số ${named}.`,
    'commander.missingMandatoryOptionValue': `Thiếu tuỳ chọn ${named}.`,
    'commander.optionMissingArgument': `Tuỳ chọn ${named} cần một giá trị.`,
    'commander.excessArguments': 'Thừa tham số.',
  };
  return `${sentences[error.code] ?? 'Lệnh chưa đúng.'} Xem cách dùng: don-doc --help`;
}

// `don-doc read … | head` closes the pipe early, and means it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  } else if (error.exitCode !== 0) {
    // Asked for nothing, it shows its help; that is no mistake to name.
    if (error.code !== 'commander.help') process.stderr.write(`${complaint(error)}\n`);
    process.exitCode = 2;
  }
}
