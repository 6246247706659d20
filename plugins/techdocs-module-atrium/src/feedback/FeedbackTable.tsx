import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import type { PageFeedback } from '@atrium/plugin-techdocs-common';
import {
  type DataColumn,
  DataTable,
  formatNumber,
  formatShare,
  RelativeTime,
  type TableSort,
} from '@atrium/ui';
import { t } from '../translation';

interface FeedbackTableProps {
  pages: PageFeedback[];
  hrefOf(path: string): string;
}

/** More pages than this are shown on demand. */
const SHOWN_COUNT = 25;

/** How many readers each page helped. */
export function FeedbackTable({ pages, hrefOf }: FeedbackTableProps) {
  const [sort, setSort] = useState<TableSort>();
  const [isOpen, setIsOpen] = useState(false);
  const columns: DataColumn<PageFeedback>[] = [
    {
      id: 'page',
      title: t('feedbackTable.page'),
      cell: ({ path }) => <Link href={hrefOf(path)}>{pageName(path)}</Link>,
      sortBy: ({ path }) => path,
    },
    {
      id: 'helpful',
      title: t('feedbackTable.helpful'),
      isNumber: true,
      cell: ({ helpfulCount }) => formatNumber(helpfulCount),
      sortBy: ({ helpfulCount }) => helpfulCount,
      isHighestFirst: true,
    },
    {
      id: 'notHelpful',
      title: t('feedbackTable.notHelpful'),
      isNumber: true,
      cell: ({ notHelpfulCount }) => formatNumber(notHelpfulCount),
      sortBy: ({ notHelpfulCount }) => notHelpfulCount,
      isHighestFirst: true,
    },
    {
      id: 'share',
      title: t('feedbackTable.shareHelped'),
      isNumber: true,
      cell: page => formatShare(shareOf(page)),
      sortBy: shareOf,
    },
    {
      id: 'comments',
      title: t('feedbackTable.comments'),
      isNumber: true,
      cell: ({ commentCount }) => formatNumber(commentCount),
      sortBy: ({ commentCount }) => commentCount,
      isHighestFirst: true,
    },
    {
      id: 'lastAnswer',
      title: t('feedbackTable.lastAnswer'),
      cell: ({ lastAnsweredAt }) => <RelativeTime instant={lastAnsweredAt} />,
      sortBy: ({ lastAnsweredAt }) => lastAnsweredAt,
      isHighestFirst: true,
    },
  ];
  return (
    <>
      <DataTable
        label={t('feedbackTable.feedbackByPage')}
        columns={columns}
        items={pages}
        keyOf={({ path }) => path}
        sort={sort}
        onSort={setSort}
        limit={isOpen ? undefined : SHOWN_COUNT}
      />
      {pages.length > SHOWN_COUNT && !isOpen && (
        <Button variant="tertiary" size="small" onPress={() => setIsOpen(true)}>
          {t('feedbackTable.showMore', { more: pages.length - SHOWN_COUNT })}
        </Button>
      )}
    </>
  );
}

/** What a page is called by its address. */
export function pageName(path: string): string {
  return path === '' ? t('feedbackTable.startPage') : path.replace(/\/$/, '');
}

function shareOf({ helpfulCount, notHelpfulCount }: PageFeedback): number {
  return helpfulCount / (helpfulCount + notHelpfulCount);
}
