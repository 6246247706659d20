-- Share of sessions with a purchase, in percent.
SELECT site,
       round(100.0 * count(*) FILTER (WHERE furthest_step = 'purchased') / nullif(count(*), 0), 2)
         AS value
  FROM sessions
 GROUP BY site
 ORDER BY site
