;; Where the filters spend their time (see index.ts, which is the only one to call them).
;;
;; A plane holds f32, row by row. A row takes `stride` bytes, a whole number of 64, of which at least the
;; last 16 belong to no pixel; what is computed there is never looked at.
(module
  (memory (import "filters" "memory") 1)

  ;; Raises `bytes` of values to others; reaches up to 15 bytes farther.
  (func $raise (export "raise") (param $to i32) (param $from i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $to) (local.get $bytes)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $to) (local.get $end)))
        (v128.store (local.get $to)
          (f32x4.pmax (v128.load (local.get $to)) (v128.load (local.get $from))))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $next))))

  ;; The largest value within a disc. `spans` and `to` hold what `from` holds, which is −∞ behind each row.
  ;; The disc row by row, from its ends to its middle: the span of a row holds that of the row before, so
  ;; that the maxima over the spans are widened from one to the next.
  (func (export "dilate")
    (param $from i32) (param $spans i32) (param $to i32)
    (param $width i32) (param $height i32) (param $stride i32) (param $reach i32)
    (local $dy i32) (local $half i32) (local $wanted i32) (local $row i32) (local $line i32)
    (local $away i32) (local $rest i32)
    (local.set $dy (local.get $reach))
    (loop $down
      (local.set $wanted
        (i32.trunc_f64_s
          (f64.sqrt
            (f64.add
              (f64.const 1e-9)
              (f64.convert_i32_s
                (i32.sub
                  (i32.mul (local.get $reach) (local.get $reach))
                  (i32.mul (local.get $dy) (local.get $dy))))))))
      (if (i32.ge_s (local.get $wanted) (local.get $width))
        (then (local.set $wanted (i32.sub (local.get $width) (i32.const 1)))))
      (block $wide
        (loop $widen
          (br_if $wide (i32.ge_s (local.get $half) (local.get $wanted)))
          (local.set $half (i32.add (local.get $half) (i32.const 1)))
          (local.set $away (i32.shl (local.get $half) (i32.const 2)))
          (local.set $rest
            (i32.shl (i32.sub (local.get $width) (local.get $half)) (i32.const 2)))
          (local.set $row (i32.const 0))
          (local.set $line (i32.const 0))
          (loop $rows
            (call $raise
              (i32.add (i32.add (local.get $spans) (local.get $line)) (local.get $away))
              (i32.add (local.get $from) (local.get $line))
              (local.get $rest))
            (call $raise
              (i32.add (local.get $spans) (local.get $line))
              (i32.add (i32.add (local.get $from) (local.get $line)) (local.get $away))
              (local.get $rest))
            (local.set $line (i32.add (local.get $line) (local.get $stride)))
            (local.set $row (i32.add (local.get $row) (i32.const 1)))
            (br_if $rows (i32.lt_s (local.get $row) (local.get $height))))
          (br $widen)))
      (if (i32.lt_s (local.get $dy) (local.get $height))
        (then
          (local.set $away (i32.mul (local.get $dy) (local.get $stride)))
          (local.set $rest
            (i32.mul (i32.sub (local.get $height) (local.get $dy)) (local.get $stride)))
          (call $raise
            (i32.add (local.get $to) (local.get $away)) (local.get $spans) (local.get $rest))
          (call $raise
            (local.get $to) (i32.add (local.get $spans) (local.get $away)) (local.get $rest))))
      (local.set $dy (i32.sub (local.get $dy) (i32.const 1)))
      (br_if $down (i32.ge_s (local.get $dy) (i32.const 0)))))

  ;; Changes the sign of `bytes` of values.
  (func (export "negate") (param $at i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $at) (local.get $bytes)))
    (loop $next
      (v128.store (local.get $at) (f32x4.neg (v128.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end)))))

  ;; to[…] · by[…], over `bytes`.
  (func (export "multiply") (param $to i32) (param $by i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $to) (local.get $bytes)))
    (loop $next
      (v128.store (local.get $to)
        (f32x4.mul (v128.load (local.get $to)) (v128.load (local.get $by))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $by (i32.add (local.get $by) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $to) (local.get $end)))))

  ;; to[…] / (by[…] + more), over `bytes`.
  (func (export "divide") (param $to i32) (param $by i32) (param $bytes i32) (param $more f32)
    (local $end i32)
    (local.set $end (i32.add (local.get $to) (local.get $bytes)))
    (loop $next
      (v128.store (local.get $to)
        (f32x4.div
          (v128.load (local.get $to))
          (f32x4.add (v128.load (local.get $by)) (f32x4.splat (local.get $more)))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $by (i32.add (local.get $by) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $to) (local.get $end)))))

  ;; Writes a value from one address up to another.
  (func $fill (param $at i32) (param $end i32) (param $value f32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (f32.store (local.get $at) (local.get $value))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next))))

  ;; Symmetric weights, the middle one first, down and then across; the border repeats. Row by row, so that
  ;; little leaves the cache. `sums` is room for a row with `reach` values more on either side.
  (func (export "blur")
    (param $from i32) (param $to i32) (param $width i32) (param $height i32) (param $stride i32)
    (param $weights i32) (param $reach i32) (param $sums i32)
    (local $j i32) (local $i i32) (local $k i32) (local $line i32) (local $start i32) (local $tap i32)
    (local $one i32) (local $other i32)
    (local $w v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $start (i32.add (local.get $sums) (i32.shl (local.get $reach) (i32.const 2))))
    (loop $rows
      (local.set $line (i32.mul (local.get $j) (local.get $stride)))
      (local.set $i (i32.const 0))
      (loop $down
        (local.set $w (v128.load32_splat (local.get $weights)))
        (local.set $one (i32.add (local.get $from) (i32.add (local.get $line) (local.get $i))))
        (local.set $a (f32x4.mul (local.get $w) (v128.load (local.get $one))))
        (local.set $b (f32x4.mul (local.get $w) (v128.load offset=16 (local.get $one))))
        (local.set $c (f32x4.mul (local.get $w) (v128.load offset=32 (local.get $one))))
        (local.set $d (f32x4.mul (local.get $w) (v128.load offset=48 (local.get $one))))
        (local.set $k (i32.const 1))
        (block $summed
          (loop $taps
            (br_if $summed (i32.gt_s (local.get $k) (local.get $reach)))
            (local.set $w
              (v128.load32_splat
                (i32.add (local.get $weights) (i32.shl (local.get $k) (i32.const 2)))))
            (local.set $tap (i32.sub (local.get $j) (local.get $k)))
            (local.set $tap
              (select (local.get $tap) (i32.const 0) (i32.gt_s (local.get $tap) (i32.const 0))))
            (local.set $one
              (i32.add
                (local.get $from)
                (i32.add (i32.mul (local.get $tap) (local.get $stride)) (local.get $i))))
            (local.set $tap (i32.add (local.get $j) (local.get $k)))
            (local.set $tap
              (select
                (local.get $tap)
                (i32.sub (local.get $height) (i32.const 1))
                (i32.lt_s (local.get $tap) (local.get $height))))
            (local.set $other
              (i32.add
                (local.get $from)
                (i32.add (i32.mul (local.get $tap) (local.get $stride)) (local.get $i))))
            (local.set $a
              (f32x4.add
                (local.get $a)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add (v128.load (local.get $one)) (v128.load (local.get $other))))))
            (local.set $b
              (f32x4.add
                (local.get $b)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=16 (local.get $one))
                    (v128.load offset=16 (local.get $other))))))
            (local.set $c
              (f32x4.add
                (local.get $c)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=32 (local.get $one))
                    (v128.load offset=32 (local.get $other))))))
            (local.set $d
              (f32x4.add
                (local.get $d)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=48 (local.get $one))
                    (v128.load offset=48 (local.get $other))))))
            (local.set $k (i32.add (local.get $k) (i32.const 1)))
            (br $taps)))
        (local.set $one (i32.add (local.get $start) (local.get $i)))
        (v128.store (local.get $one) (local.get $a))
        (v128.store offset=16 (local.get $one) (local.get $b))
        (v128.store offset=32 (local.get $one) (local.get $c))
        (v128.store offset=48 (local.get $one) (local.get $d))
        (local.set $i (i32.add (local.get $i) (i32.const 64)))
        (br_if $down (i32.lt_u (local.get $i) (local.get $stride))))
      (call $fill (local.get $sums) (local.get $start) (f32.load (local.get $start)))
      (local.set $one
        (i32.add (local.get $start) (i32.shl (local.get $width) (i32.const 2))))
      (call $fill
        (local.get $one)
        (i32.add
          (i32.add (local.get $start) (local.get $stride))
          (i32.shl (local.get $reach) (i32.const 2)))
        (f32.load (i32.sub (local.get $one) (i32.const 4))))
      (local.set $i (i32.const 0))
      (loop $across
        (local.set $w (v128.load32_splat (local.get $weights)))
        (local.set $one (i32.add (local.get $start) (local.get $i)))
        (local.set $other (local.get $one))
        (local.set $a (f32x4.mul (local.get $w) (v128.load (local.get $one))))
        (local.set $b (f32x4.mul (local.get $w) (v128.load offset=16 (local.get $one))))
        (local.set $c (f32x4.mul (local.get $w) (v128.load offset=32 (local.get $one))))
        (local.set $d (f32x4.mul (local.get $w) (v128.load offset=48 (local.get $one))))
        (local.set $k (i32.const 1))
        (block $summed
          (loop $taps
            (br_if $summed (i32.gt_s (local.get $k) (local.get $reach)))
            (local.set $w
              (v128.load32_splat
                (i32.add (local.get $weights) (i32.shl (local.get $k) (i32.const 2)))))
            (local.set $one (i32.sub (local.get $one) (i32.const 4)))
            (local.set $other (i32.add (local.get $other) (i32.const 4)))
            (local.set $a
              (f32x4.add
                (local.get $a)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add (v128.load (local.get $one)) (v128.load (local.get $other))))))
            (local.set $b
              (f32x4.add
                (local.get $b)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=16 (local.get $one))
                    (v128.load offset=16 (local.get $other))))))
            (local.set $c
              (f32x4.add
                (local.get $c)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=32 (local.get $one))
                    (v128.load offset=32 (local.get $other))))))
            (local.set $d
              (f32x4.add
                (local.get $d)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=48 (local.get $one))
                    (v128.load offset=48 (local.get $other))))))
            (local.set $k (i32.add (local.get $k) (i32.const 1)))
            (br $taps)))
        (local.set $one
          (i32.add (local.get $to) (i32.add (local.get $line) (local.get $i))))
        (v128.store (local.get $one) (local.get $a))
        (v128.store offset=16 (local.get $one) (local.get $b))
        (v128.store offset=32 (local.get $one) (local.get $c))
        (v128.store offset=48 (local.get $one) (local.get $d))
        (local.set $i (i32.add (local.get $i) (i32.const 64)))
        (br_if $across (i32.lt_u (local.get $i) (local.get $stride))))
      (local.set $j (i32.add (local.get $j) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $j) (local.get $height)))))

  ;; Each pixel a weighted sum of others. A table of taps: where each one's taps begin (i32, one more
  ;; than there are pixels), then per tap its distance from the source's first pixel in bytes (i32) and its
  ;; weight (f32).
  (func (export "sample")
    (param $from i32) (param $fromStride i32) (param $to i32) (param $toStride i32)
    (param $width i32) (param $height i32)
    (param $rowBegins i32) (param $rows i32) (param $columnBegins i32) (param $columns i32)
    (param $sums i32)
    (local $j i32) (local $i i32) (local $begin i32) (local $tap i32) (local $end i32) (local $at i32)
    (local $w v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $sum f32)
    (loop $down
      (local.set $begin
        (i32.add (local.get $rows) (i32.shl (i32.load (local.get $rowBegins)) (i32.const 3))))
      (local.set $rowBegins (i32.add (local.get $rowBegins) (i32.const 4)))
      (local.set $end
        (i32.add (local.get $rows) (i32.shl (i32.load (local.get $rowBegins)) (i32.const 3))))
      (local.set $i (i32.const 0))
      (loop $blocks
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $tap (local.get $begin))
        (loop $taps
          (local.set $at
            (i32.add
              (i32.add (local.get $from) (i32.load (local.get $tap)))
              (local.get $i)))
          (local.set $w (v128.load32_splat offset=4 (local.get $tap)))
          (local.set $a
            (f32x4.add (local.get $a) (f32x4.mul (local.get $w) (v128.load (local.get $at)))))
          (local.set $b
            (f32x4.add (local.get $b) (f32x4.mul (local.get $w) (v128.load offset=16 (local.get $at)))))
          (local.set $c
            (f32x4.add (local.get $c) (f32x4.mul (local.get $w) (v128.load offset=32 (local.get $at)))))
          (local.set $d
            (f32x4.add (local.get $d) (f32x4.mul (local.get $w) (v128.load offset=48 (local.get $at)))))
          (local.set $tap (i32.add (local.get $tap) (i32.const 8)))
          (br_if $taps (i32.lt_u (local.get $tap) (local.get $end))))
        (local.set $at (i32.add (local.get $sums) (local.get $i)))
        (v128.store (local.get $at) (local.get $a))
        (v128.store offset=16 (local.get $at) (local.get $b))
        (v128.store offset=32 (local.get $at) (local.get $c))
        (v128.store offset=48 (local.get $at) (local.get $d))
        (local.set $i (i32.add (local.get $i) (i32.const 64)))
        (br_if $blocks (i32.lt_u (local.get $i) (local.get $fromStride))))
      (local.set $i (i32.const 0))
      (local.set $tap
        (i32.add (local.get $columns) (i32.shl (i32.load (local.get $columnBegins)) (i32.const 3))))
      (loop $across
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (local.set $end
          (i32.add
            (local.get $columns)
            (i32.shl (i32.load (i32.add (local.get $columnBegins) (local.get $i))) (i32.const 3))))
        (local.set $sum (f32.const 0))
        (loop $taps
          (local.set $sum
            (f32.add
              (local.get $sum)
              (f32.mul
                (f32.load offset=4 (local.get $tap))
                (f32.load (i32.add (local.get $sums) (i32.load (local.get $tap)))))))
          (local.set $tap (i32.add (local.get $tap) (i32.const 8)))
          (br_if $taps (i32.lt_u (local.get $tap) (local.get $end))))
        (f32.store
          (i32.sub (i32.add (local.get $to) (local.get $i)) (i32.const 4))
          (local.get $sum))
        (br_if $across
          (i32.lt_u (local.get $i) (i32.shl (local.get $width) (i32.const 2)))))
      (local.set $to (i32.add (local.get $to) (local.get $toStride)))
      (local.set $j (i32.add (local.get $j) (i32.const 1)))
      (br_if $down (i32.lt_s (local.get $j) (local.get $height)))))

  ;; Columns become rows.
  (func (export "turn")
    (param $from i32) (param $fromStride i32) (param $to i32) (param $toStride i32)
    (param $width i32) (param $height i32)
    (local $i i32) (local $j i32) (local $at i32) (local $into i32)
    (loop $columns
      (local.set $at (i32.add (local.get $from) (i32.shl (local.get $i) (i32.const 2))))
      (local.set $into (i32.add (local.get $to) (i32.mul (local.get $i) (local.get $toStride))))
      (local.set $j (i32.const 0))
      (loop $rows
        (f32.store (local.get $into) (f32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (local.get $fromStride)))
        (local.set $into (i32.add (local.get $into) (i32.const 4)))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $rows (i32.lt_s (local.get $j) (local.get $height))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $columns (i32.lt_s (local.get $i) (local.get $width)))))

  ;; Repeats the ends of each row into `room` bytes before and behind it.
  (func (export "extend")
    (param $at i32) (param $width i32) (param $height i32) (param $stride i32) (param $room i32)
    (local $j i32) (local $end i32)
    (loop $rows
      (call $fill
        (i32.sub (local.get $at) (local.get $room)) (local.get $at) (f32.load (local.get $at)))
      (local.set $end (i32.add (local.get $at) (i32.shl (local.get $width) (i32.const 2))))
      (call $fill
        (local.get $end)
        (i32.add (local.get $end) (local.get $room))
        (f32.load (i32.sub (local.get $end) (i32.const 4))))
      (local.set $at (i32.add (local.get $at) (local.get $stride)))
      (local.set $j (i32.add (local.get $j) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $j) (local.get $height)))))

  ;; As the first half of `blur`, along lines that lie `offsets` (i32, bytes, one for each row) farther to
  ;; the right in each row than in the one that they start from. `from` is extended by what a line strays.
  (func (export "along")
    (param $from i32) (param $fromStride i32) (param $to i32) (param $toStride i32)
    (param $width i32) (param $height i32)
    (param $offsets i32) (param $weights i32) (param $reach i32)
    (local $j i32) (local $i i32) (local $k i32) (local $tap i32) (local $one i32) (local $other i32)
    (local $here i32)
    (local $w v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $rows
      (local.set $here
        (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $j) (i32.const 2)))))
      (local.set $i (i32.const 0))
      (loop $down
        (local.set $w (v128.load32_splat (local.get $weights)))
        (local.set $one
          (i32.add
            (local.get $from)
            (i32.add (i32.mul (local.get $j) (local.get $fromStride)) (local.get $i))))
        (local.set $a (f32x4.mul (local.get $w) (v128.load (local.get $one))))
        (local.set $b (f32x4.mul (local.get $w) (v128.load offset=16 (local.get $one))))
        (local.set $c (f32x4.mul (local.get $w) (v128.load offset=32 (local.get $one))))
        (local.set $d (f32x4.mul (local.get $w) (v128.load offset=48 (local.get $one))))
        (local.set $k (i32.const 1))
        (block $summed
          (loop $taps
            (br_if $summed (i32.gt_s (local.get $k) (local.get $reach)))
            (local.set $w
              (v128.load32_splat
                (i32.add (local.get $weights) (i32.shl (local.get $k) (i32.const 2)))))
            (local.set $tap (i32.sub (local.get $j) (local.get $k)))
            (local.set $tap
              (select (local.get $tap) (i32.const 0) (i32.gt_s (local.get $tap) (i32.const 0))))
            (local.set $one
              (i32.add
                (i32.add
                  (local.get $from)
                  (i32.sub
                    (i32.load
                      (i32.add (local.get $offsets) (i32.shl (local.get $tap) (i32.const 2))))
                    (local.get $here)))
                (i32.add (i32.mul (local.get $tap) (local.get $fromStride)) (local.get $i))))
            (local.set $tap (i32.add (local.get $j) (local.get $k)))
            (local.set $tap
              (select
                (local.get $tap)
                (i32.sub (local.get $height) (i32.const 1))
                (i32.lt_s (local.get $tap) (local.get $height))))
            (local.set $other
              (i32.add
                (i32.add
                  (local.get $from)
                  (i32.sub
                    (i32.load
                      (i32.add (local.get $offsets) (i32.shl (local.get $tap) (i32.const 2))))
                    (local.get $here)))
                (i32.add (i32.mul (local.get $tap) (local.get $fromStride)) (local.get $i))))
            (local.set $a
              (f32x4.add
                (local.get $a)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add (v128.load (local.get $one)) (v128.load (local.get $other))))))
            (local.set $b
              (f32x4.add
                (local.get $b)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=16 (local.get $one))
                    (v128.load offset=16 (local.get $other))))))
            (local.set $c
              (f32x4.add
                (local.get $c)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=32 (local.get $one))
                    (v128.load offset=32 (local.get $other))))))
            (local.set $d
              (f32x4.add
                (local.get $d)
                (f32x4.mul
                  (local.get $w)
                  (f32x4.add
                    (v128.load offset=48 (local.get $one))
                    (v128.load offset=48 (local.get $other))))))
            (local.set $k (i32.add (local.get $k) (i32.const 1)))
            (br $taps)))
        (local.set $one
          (i32.add
            (local.get $to)
            (i32.add (i32.mul (local.get $j) (local.get $toStride)) (local.get $i))))
        (v128.store (local.get $one) (local.get $a))
        (v128.store offset=16 (local.get $one) (local.get $b))
        (v128.store offset=32 (local.get $one) (local.get $c))
        (v128.store offset=48 (local.get $one) (local.get $d))
        (local.set $i (i32.add (local.get $i) (i32.const 64)))
        (br_if $down
          (i32.lt_u (local.get $i) (i32.shl (local.get $width) (i32.const 2)))))
      (local.set $j (i32.add (local.get $j) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $j) (local.get $height)))))

  ;; Raises `to` to how much darker `from` is than both its flanks, which lie `near` bytes on either side and
  ;; `part` of the way to `step` bytes farther. The smaller difference, a `share` of what the larger one is
  ;; more, and never more than `most` times the smaller one. Four at a time, the last ones of a row twice.
  (func (export "raiseToFlanked")
    (param $from i32) (param $to i32) (param $stride i32) (param $rows i32) (param $columns i32)
    (param $near i32) (param $step i32) (param $part f32) (param $share f32) (param $most f32)
    (local $i i32) (local $last i32) (local $at i32) (local $flank i32)
    (local $here v128) (local $one v128) (local $other v128) (local $apart v128) (local $smaller v128)
    (local.set $last (i32.shl (i32.sub (local.get $columns) (i32.const 4)) (i32.const 2)))
    (loop $down
      (local.set $i (i32.const 0))
      (block $row
        (loop $across
          (local.set $at (i32.add (local.get $from) (local.get $i)))
          (local.set $here (v128.load (local.get $at)))
          (local.set $flank (i32.sub (local.get $at) (local.get $near)))
          (local.set $one (v128.load (local.get $flank)))
          (local.set $one
            (f32x4.sub
              (f32x4.add
                (local.get $one)
                (f32x4.mul
                  (f32x4.splat (local.get $part))
                  (f32x4.sub
                    (v128.load (i32.sub (local.get $flank) (local.get $step)))
                    (local.get $one))))
              (local.get $here)))
          (local.set $flank (i32.add (local.get $at) (local.get $near)))
          (local.set $other (v128.load (local.get $flank)))
          (local.set $other
            (f32x4.sub
              (f32x4.add
                (local.get $other)
                (f32x4.mul
                  (f32x4.splat (local.get $part))
                  (f32x4.sub
                    (v128.load (i32.add (local.get $flank) (local.get $step)))
                    (local.get $other))))
              (local.get $here)))
          (local.set $apart (f32x4.abs (f32x4.sub (local.get $one) (local.get $other))))
          (local.set $smaller (f32x4.pmin (local.get $one) (local.get $other)))
          (local.set $at (i32.add (local.get $to) (local.get $i)))
          (v128.store (local.get $at)
            (f32x4.pmax
              (v128.load (local.get $at))
              (f32x4.pmin
                (f32x4.mul (f32x4.splat (local.get $most)) (local.get $smaller))
                (f32x4.add
                  (local.get $smaller)
                  (f32x4.mul (f32x4.splat (local.get $share)) (local.get $apart))))))
          (br_if $row (i32.eq (local.get $i) (local.get $last)))
          (local.set $i (i32.add (local.get $i) (i32.const 16)))
          (local.set $i
            (select
              (local.get $i)
              (local.get $last)
              (i32.lt_s (local.get $i) (local.get $last))))
          (br $across)))
      (local.set $from (i32.add (local.get $from) (local.get $stride)))
      (local.set $to (i32.add (local.get $to) (local.get $stride)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $down (i32.gt_s (local.get $rows) (i32.const 0)))))
)
