-- Revenue over all sessions, with or without a purchase.
SELECT site, round(sum(revenue) / nullif(count(*), 0), 2) AS value
  FROM sessions
 WHERE currency = 'EUR' OR currency IS NULL
 GROUP BY site
 ORDER BY site
